"""Why a design isn't carried is said in each language; one without a translation, or with other slots, is found."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest
from tests.methods.measurement.effect.answers import TRUST, ask, drawn, two_waves

from samklang.methods.kernel.languages import UnknownLanguage
from samklang.methods.measurement.effect import designs
from samklang.methods.measurement.effect.counterfactual import NONE, Counterfactual
from samklang.methods.measurement.effect.plan import Plan
from samklang.methods.measurement.effect.sentences.reasons import REASONS, Reason
from samklang.methods.measurement.effect.study import study
from samklang.methods.measurement.effect.support import support

OTHERS = Counterfactual("comparison_group", by="Gruppen", when="2024-01-10")


def slots(text: str) -> set[str]:
    return {name for _before, name, _format, _conversion in Formatter().parse(text) if name}


def refusals() -> Iterator[str]:
    """The text of every refusal in the designs, written in place or as `text` just before."""
    for path in Path(designs.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            texts = {
                ast.literal_eval(node.value)
                for node in ast.walk(function)
                if isinstance(node, ast.Assign)
                and ast.unparse(node.targets[0]) == "text"
                and isinstance(node.value, ast.Constant)
            }
            for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
                if ast.unparse(call.func) == "Refused":
                    texts |= {call.args[1].value} if isinstance(call.args[1], ast.Constant) else set()
            yield from (text for text in texts if isinstance(text, str))


@pytest.mark.parametrize("language", ["sv", "da"])
def test_every_refusal_is_said_in_every_language_with_the_same_slots(language: str) -> None:
    written = set(refusals())
    assert len(written) > 20
    assert sorted(written - set(REASONS[language])) == []
    assert [text for text, said in REASONS[language].items() if slots(text) != slots(said)] == []
    assert set(REASONS["sv"]) == set(REASONS["da"])


def test_what_the_data_do_not_carry_is_said_in_the_reader_s_language() -> None:
    refused = {each.design: each for each in support(ask(two_waves([3.0] * 5, [4.0] * 5)))}
    paired = refused["paired_change"]
    assert paired.reasons == ("respondent: 5 people answered both times: 8 are needed",)
    assert [reason.said("sv") for reason in paired.why] == ["respondent: 5 svarade båda gångerna: det behövs 8"]
    assert [reason.said("da") for reason in paired.why] == ["respondent: 5 svarede begge gange: der skal 8 til"]
    assert refused["description"].reasons == ("5 answers: too few to tell anything",)


def test_a_reason_nobody_has_translated_is_said_in_english_and_an_unknown_language_is_refused() -> None:
    assert Reason("y", "lies on {line}", {"line": "a line {x}"}).said("sv") == "y: lies on a line {x}"
    with pytest.raises(UnknownLanguage, match="unknown language 'fr'; known: sv, en, da"):
        Reason("y", "").said("fr")  # type: ignore[arg-type]


def test_what_a_plan_asks_for_and_does_not_get_is_told() -> None:
    before, after, took_part = drawn(60)
    frame = two_waves(
        before.tolist(),
        after.tolist(),
        people_took_part=took_part.tolist(),
        dose=[2.0] * 120,
        categories={"stratum_home": ["villa"] * 120},
    )
    plan = Plan("", (replace(TRUST, reliability=0.5),), subgroups=("stratum_home",))
    for given, told in (
        (NONE, "subgroups divide a comparison, and none is made"),
        (OTHERS, "one subgroup has nobody"),
    ):
        found = study(replace(plan, counterfactual=given), frame)
        refused = {each.design: each.reasons[0] for each in found.supported if not each.ok}
        assert told in refused["subgroups"]
        assert refused["reliable_change"].startswith("reliability: 0.5 is under 0.6")
        assert refused["dose"].endswith("people with 1 doses: 30 people with a varied dose are needed")
        assert "random_pair" in {each.design for each in found.supported if each.ok}
        assert "small_groups" not in {each.design for each in found.supported}  # nobody asked
    assert [each.column for each in found.supported if each.design == "subgroups"] == ["stratum_home"]


def test_what_an_estimator_refuses_is_said_in_the_reader_s_language_too() -> None:
    refused = {each.design: each for each in support(ask(two_waves([3.0] * 30, [4.0] * 30)))}
    others = refused["repeated_cross_sections"]
    assert [reason.said("sv") for reason in others.why] == [
        "values: alla 30 värden är 3: lika värden säger inget om felet; berätta bara värdet och n"
    ]
    assert others.reasons == (
        "values: all 30 values are 3: equal values tell nothing of the error; report the value and n alone",
    )


def test_every_refusal_that_has_words_in_other_languages_is_one_somebody_makes() -> None:
    """A text that is reworded where it is raised would go back to English without anybody noticing."""
    package = Path(designs.__file__).parents[3]
    files = [*(package / "statistics").glob("*.py"), *(package / "measurement" / "effect").rglob("*.py")]
    raised = {
        node.value
        for path in files
        if path.name != "reasons.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [text for text in REASONS["sv"] if text not in raised and "; this design answers to" not in text] == []
