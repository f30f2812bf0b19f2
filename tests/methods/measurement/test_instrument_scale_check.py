"""What is wrong in one score of an instrument is told with its place and its remedy."""

from __future__ import annotations

from typing import Any

import pytest
from tests.methods.measurement.broken_instruments import Change, broken, drop, put

from samklang.methods.kernel import facts
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument_reader import read_instrument_text

EMPTY_BAND = {"status": "draft", "source": "x", "sets": [{"cuts": [{"from": 0, "id": "a"}]}]}
CATEGORY = ("scores", 4)
LINE = ("responses", "answer", "interval")
SETS = ("scores", 0, "bands", "sets")

WRONG: list[tuple[str, Change, str]] = [
    ("rses", put([[10, 1]], "scores", 0, "table"), "scores.total: the method sum has no use for the key 'table'"),
    ("rses", put("x", "scores", 0, "otherwise"), "the method sum has no use for the key 'otherwise'; take it out"),
    ("mhc_sf", put(EMPTY_BAND, *CATEGORY, "bands"), "the method rule has no use for the key 'bands'"),
    ("mhc_sf", put("half_up", *CATEGORY, "round"), "the method rule has no use for the key 'round'"),
    ("sdq_s", put(["sdq_01"], "scores", 5, "items"), "the method sum_of has no use for the key 'items'"),
    ("mhc_sf", drop(*CATEGORY, "rules"), "the method rule needs the key 'rules'; add it"),
    ("mhc_sf", drop(*CATEGORY, "otherwise"), "the method rule needs the key 'otherwise'"),
    ("swemwbs", drop("scores", 1, "table"), "scores.metric: the method table needs the key 'table'"),
    ("rses", put("id", "scores", 0, "id"), "'id' is the name of another column; give the score its own"),
    ("rses", put("rses_01", "scores", 0, "id"), "'rses_01' is the name of another column"),
    ("rses", put("total__band", "scores", 0, "id"), "two underscores are kept for __status and __band"),
    ("rses", put(["rses_02", "rses_02"], "scores", 0, "reverse"), "scores.total.reverse: 'rses_02' stands twice"),
    ("sdq_s", put(["emotional", "emotional"], "scores", 5, "of"), "'emotional' stands twice; name it once"),
    ("mhc_sf", put("flourishing", *CATEGORY, "otherwise"), "the category 'flourishing' stands twice"),
    ("mhc_sf", put(4, *CATEGORY, "rules", 0, "when", 0, "at_least"), "at least 4 of 3 items can't be"),
    ("mhc_sf", put(["mhcsf_01"] * 2, *CATEGORY, "rules", 0, "when", 0, "count"), "'mhcsf_01' is counted twice"),
    ("mhc_sf", drop(*CATEGORY, "items", 0), "'mhcsf_01' is not among the score's items; add it"),
    (
        "mhc_sf",
        lambda fact: fact["scores"].append({"id": "all", "method": "sum_of", "of": ["category"], "range": [0, 1]}),
        "scores.all.of: 'category' is a rule, nothing to add up",
    ),
    ("eq5d_3l", put("mine", "id"), "there is no value set for 'mine'; add one"),
    ("eq5d_3l", drop("responses", "answer", "options", 2), "is for eq5d_01, eq5d_02, eq5d_03, eq5d_04, eq5d_05 with"),
    ("ors", put([10, 0], *LINE), "responses.answer.interval: 10 to 0 is no line; give the low end first"),
    ("ors", put([0, 100], *LINE), "97 lies between 0 and 100 and can't mean no answer"),
    ("ors", put(10, "responses", "answer", "non_answers", 0, "code"), "10 lies between 0 and 10 and can't mean"),
    (
        "rses",
        lambda fact: fact["responses"]["answer"].update(
            options=[{"code": code} for code in (1, 9)], non_answers=[{"code": 5, "reason": "skip"}]
        ),
        "responses.answer: 5 lies between 1 and 9 and can't mean no answer",
    ),
    ("rses", put({"min": 20, "max": 10}, "ages"), "ages: the ages 20 to 10 run backwards; give the youngest first"),
    ("ors", put(15, *SETS, 1, "ages", "min"), "two sets hold at the age of 15"),
    ("ors", put(20, *SETS, 1, "ages", "min"), "no set holds from 18 to 19 years; leave no gap"),
    ("ors", put({"min": 17, "max": 13}, *SETS, 0, "ages"), "scores.total.bands: the ages 17 to 13 run backwards"),
    ("rses", put({"sv": "låg"}, *SETS, 0, "cuts", 0, "label"), "bands.low: the label in 'en' is missing"),
    ("rses", put(" ", "items", 0, "text", "sv"), "items.0.text.sv: ' ' can't stand here; give some text"),
    ("rses", put("yesterday", "date"), "'yesterday' can't stand here; give a day such as"),
    ("rses", put({"status": "unofficial"}, "translations", "no language"), "give a language code such as sv"),
    ("rses", put(-5, "ages", "min"), "ages.min: -5 is less than the minimum of 0"),
    ("rses", put("4", "responses", "answer", "options", 0, "code"), "'4' is not of type 'integer'; mend the value"),
    ("rses", drop("licence"), "'licence' is a required property; add it"),
    ("rses", put([], "scores"), "scores: [] should be non-empty; give at least 1"),
    ("rses", put("free", "licence", "text"), "'free' is not one of ['open', 'ship_nc', 'user_supplied']"),
]


@pytest.mark.parametrize(("name", "change", "told"), WRONG, ids=[each[2] for each in WRONG])
def test_it_is_told_with_place_and_remedy(name: str, change: Change, told: str) -> None:
    assert [line for line in broken(change, name) if told in line] != []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (put(39, "examples", 0, "scores", "total"), "the score 'total' comes out as 40.0, where 39 stands; mend one"),
        (put("low", "examples", 0, "bands", "total"), "the band 'total' comes out as good, where low stands"),
        (put(None, "examples", 0, "scores", "total"), "comes out as 40.0, where none stands"),
        (put({"sum": 40}, "examples", 0, "scores"), "examples, number 1: there is no score 'sum'"),
    ],
)
def test_a_worked_example_that_does_not_come_out_is_told(change: Change, told: str) -> None:
    assert [line for line in broken(change) if told in line] != []


@pytest.mark.parametrize(
    ("name", "example", "told"),
    [
        (
            "ors",
            {"age": 17, "answers": [7, 7, 7, 7], "scores": {"total": 28}, "bands": {"total": "below_cut"}},
            "above_cut",
        ),
        (
            "ors",
            {"answers": [7, 7, 7, 7], "scores": {"total": 28}, "bands": {"total": "above_cut"}},
            "comes out as none",
        ),
        ("eq5d_3l", {"value_set": "UK_TTO_1997", "answers": [1, 1, 2, 2, 3], "scores": {"index": 0.3}}, "0.255"),
    ],
)
def test_an_example_may_name_an_age_and_a_value_set(name: str, example: dict[str, Any], told: str) -> None:
    assert [line for line in broken(put([example], "examples"), name) if told in line] != []


def test_a_published_version_with_another_text_is_refused_and_a_new_version_is_not() -> None:
    text = facts.fact_text("instruments", "rses")
    changed = text.replace("does_not_know", "no_idea")
    with pytest.raises(UnreadableInput, match=r"mine.yaml, version: rses@1.0.0 is published and never changes"):
        read_instrument_text(changed, "mine.yaml")
    other = read_instrument_text(changed.replace("version: 1.0.0", "version: 1.0.1"), "mine.yaml")
    assert (other.version, other.items[0].responses.non_answers[98]) == ("1.0.1", "no_idea")
    assert read_instrument_text(text, "rses.yaml").version == "1.0.0"
