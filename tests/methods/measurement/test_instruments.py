"""Every instrument that ships is whole, and what is wrong in one is told all at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.methods.measurement.broken_instruments import broken, put

from samklang.methods.kernel import facts
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument_lock import broken_promises, current_hashes, published_hashes
from samklang.methods.measurement.instrument_reader import instrument, read_instrument
from samklang.methods.measurement.scale_block import askable_scales, scale_questions

NAMES = facts.names("instruments")


def test_no_published_version_has_changed() -> None:
    assert broken_promises(current_hashes(), published_hashes()) == []


def test_a_changed_and_a_new_version_are_told_apart() -> None:
    told = broken_promises({"a@1.0.0": "x", "b@1.0.0": "y"}, {"a@1.0.0": "z"})
    assert [line.split(":")[0] for line in told] == ["a@1.0.0", "b@1.0.0"]


def test_an_unknown_instrument_is_told_with_those_there_are() -> None:
    with pytest.raises(UnreadableInput, match="there is no instrument 'rsse'; there are attribution, cantril"):
        instrument("rsse")


MUTATIONS = [
    ("rses", put(1, "colour"), "'colour' was unexpected"),
    ("rses", put("rses_01", "items", 1, "id"), "the id 'rses_01' stands twice"),
    ("rses", put("agree9", "items", 1, "responses"), "there is no response set 'agree9'"),
    ("rses", put(4, "responses", "answer", "non_answers", 0, "code"), "the code 4 means two things"),
    ("rses", put(["other_01"], "scores", 0, "reverse"), "the reversed item 'other_01' is not in the scale"),
    ("rses", put("rses_99", "scores", 0, "items", 0), "there is no item 'rses_99'"),
    ("rses", put("rses_02", "scores", 0, "items", 0), "the item 'rses_02' counts twice"),
    ("rses", put(11, "scores", 0, "missing", "min_valid"), "11 answers are needed of 10 items"),
    ("rses", lambda fact: fact["scores"][0].pop("missing"), "say under missing how many answers are needed"),
    ("rses", lambda fact: fact["scores"][0].pop("items"), "the method sum needs the key 'items'"),
    ("rses", lambda fact: fact["scores"][0].pop("range"), "the range is missing; the codes give 10 to 40"),
    ("rses", put([0, 30], "scores", 0, "range"), "0 to 30 stands there, but the codes give 10 to 40"),
    ("rses", put(11, "scores", 0, "bands", "sets", 0, "cuts", 0, "from"), "leave no gap"),
    ("rses", put(31, "scores", 0, "bands", "sets", 0, "cuts", 1, "from"), "bands overlap"),
    ("rses", put(41, "scores", 0, "bands", "sets", 0, "cuts", 2, "from"), "lies above the highest score 40"),
    ("rses", put("low", "scores", 0, "bands", "sets", 0, "cuts", 1, "id"), "the band 'low' stands twice"),
    ("rses", put({"sv": "Text"}, "items", 0, "text"), "the wording in 'en' is missing"),
    ("rses", put("official", "translations", "sv", "status"), None),
    ("rses", put({"status": "official"}, "translations", "en"), "an official translation needs its source"),
    ("rses", lambda fact: fact["translations"].pop("en"), "'en' is not declared under translations"),
    ("rses", put("user_supplied", "licence", "text"), "take the wording out"),
    ("rses", put([1], "examples", 0, "answers"), "1 answers for 10 items"),
    ("swemwbs", put(5, "scores", 1, "missing", "min_valid"), "a table needs every answer"),
    ("swemwbs", put([8, 6.0], "scores", 1, "table", 1), "the values must rise"),
    ("swemwbs", lambda fact: fact["scores"][1]["table"].pop(3), "give one row for each sum 7 to 35"),
    ("sdq_s", put(["nothing"], "scores", 5, "of"), "there is no score 'nothing' before this one"),
    ("phq9", put({"sv": "Text"}, "lead"), "lead: the wording in 'en' is missing"),
    ("gse", put({"sv": "Text"}, "lead"), "lead: the licence is ship_nc; take the wording out"),
    ("safety", lambda fact: fact["scores"][3].pop("counts"), "the method count needs the key 'counts'"),
    ("safety", put([9], "scores", 3, "counts"), "the code 9 can't be answered"),
    ("ors", put("count", "scores", 0, "method"), "a count needs codes, but 'ors_01' is a line"),
    ("mood_pictures", put(False, "licence", "pictures"), "the licence doesn't allow pictures"),
    ("mood_pictures", lambda fact: fact["responses"]["faces"]["options"][0].pop("picture"), "give every answer one"),
    ("rses", put(200, "responses", "answer", "options", 0, "code"), "200 is greater than the maximum of 126"),
    ("mhc_sf", put(["mhcsf_77"], "scores", 4, "rules", 0, "when", 0, "count"), "there is no item 'mhcsf_77'"),
]


@pytest.mark.parametrize(("name", "change", "told"), [each for each in MUTATIONS if each[2]])
def test_every_kind_of_error_is_found(name: str, change: Callable[[Any], None], told: str) -> None:
    assert [line for line in broken(change, name) if told in line] != []


def test_what_an_observer_or_a_network_fills_in_is_no_block_of_questions() -> None:
    asked = {one.item for one in askable_scales("sv")}
    assert ("instrument:guided_observation" in asked, "instrument:partnership_pulse" in asked) == (False, True)
    assert scale_questions("guided_observation", ["sv"])[0] == []


def test_only_the_promised_trust_item_shares_its_name_with_a_question() -> None:
    facts_of = [facts.load("questions", name).get("questions", ()) for name in facts.names("questions")]
    ours = {row["id"] for rows in facts_of for row in rows}
    assert ours & {item.id for name in NAMES for item in instrument(name).items} == {"trust_01"}


def test_all_errors_are_told_at_once() -> None:
    def change(fact: Any) -> None:
        put(1, "colour")(fact)
        put("rses_01", "items", 1, "id")(fact)
        put(11, "scores", 0, "bands", "sets", 0, "cuts", 0, "from")(fact)

    told = "\n".join(broken(change))
    assert ("colour" in told, "stands twice" in told, "leave no gap" in told) == (True, True, True)


@pytest.mark.parametrize("fact", [None, [], "rses", {}, {"items": 3}])
def test_what_is_no_instrument_is_unreadable_and_never_a_traceback(fact: Any) -> None:
    with pytest.raises(UnreadableInput):
        read_instrument(fact, "x.yaml")


def test_items_with_different_codes_are_not_mixed() -> None:
    def change(fact: Any) -> None:
        fact["responses"]["other"] = {"options": [{"code": 1}, {"code": 7}], "non_answers": []}
        fact["items"][0]["responses"] = "other"

    assert [line for line in broken(change, "gse") if "the items have different codes" in line] != []


def test_a_scale_block_has_the_languages_of_its_published_wording() -> None:
    rows, title = scale_questions("rses", ["sv", "da", "ar"])
    assert (len(rows), title, {language for row in rows for language in row["texts"]}) == (
        10,
        "Rosenbergs självkänsleskala",
        {"sv"},
    )
    assert (rows[0]["sensitive"], rows[1]["sensitive"], rows[1]["higher_is_better"]) == ([1, 2], [3, 4], False)
    assert rows[0]["texts"]["sv"]["options"][0] == [4, "Instämmer helt"]


@pytest.mark.parametrize(("name", "languages"), [("rses", ["ar"]), ("gse", ["en"]), ("phq9", ["en"])])
def test_a_scale_without_text_or_anonymity_is_left_out(name: str, languages: list[str]) -> None:
    assert scale_questions(name, languages)[0] == []


def test_licensed_wording_is_nowhere() -> None:
    worded = {name for name in NAMES if any(item.text for item in instrument(name).items)}
    named = {"rses", "phq9", "gad7", "cantril", "life_satisfaction", "ucla3", "trust_general", "safety"}
    ours = {name for name in worded if instrument(name).licence.statement.startswith("Samklang's own wording")}
    assert worded - ours == named - ours
    assert {instrument(name).licence.text for name in worded} == {"open"}
