"""What may not change an answer doesn't: order, names, a constant, doubled weights; turning the scale turns it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.methods.measurement.effect.answers import TRUST, drawn

from samklang.methods.measurement.effect.counterfactual import Counterfactual
from samklang.methods.measurement.effect.frame import Frame, make_frame
from samklang.methods.measurement.effect.indicator import LANGUAGES
from samklang.methods.measurement.effect.plan import Margin, Plan
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.study import study

KINDS = ["none", "comparison_group", "lottery"]
Columns = dict[str, Any]


def columns(n: int, seed: int, anonymous: bool = False) -> Columns:
    before, after, took_part = drawn(n, seed)
    rng = np.random.default_rng(seed)
    gone = rng.random(n) < 0.1
    return {
        "wave": np.repeat([1, 2], n),
        "numbers": {"trust": np.concatenate((before, np.where(gone, np.nan, after)))},
        "respondent": np.full(2 * n, -1) if anonymous else np.tile(np.arange(n), 2),
        "took_part": np.tile(took_part, 2),
        "weight": np.tile(rng.choice([0.5, 1.0, 2.0], n), 2),
        "categories": {"stratum_sex": np.tile(rng.choice(["f", "m"], n), 2)},
    }


def built(given_columns: Columns) -> Frame:
    rest = {key: value for key, value in given_columns.items() if key not in ("wave", "numbers")}
    return make_frame(given_columns["wave"], given_columns["numbers"], **rest)


def told(given_columns: Columns, kind: str, **more: Any) -> list[ChangeResult]:
    margin = Margin("stratum_sex", {"f": 0.5, "m": 0.5})
    plan = Plan("", (TRUST,), counterfactual=Counterfactual(kind), adjust=("stratum_sex",), margins=(margin,))  # type: ignore[arg-type]
    answer = study(replace(plan, **more), built(given_columns))
    return [*answer.results, *answer.further]


def figures(results: list[ChangeResult]) -> list[Any]:
    return [
        (
            result.design,
            result.level,
            result.verdict,
            result.n_used,
            pytest.approx(result.estimate, abs=1e-9),
            pytest.approx(result.interval, abs=1e-9),
            result.caveats,
        )
        for result in results
    ]


def same(one: list[ChangeResult], other: list[ChangeResult]) -> bool:
    return [
        (result.design, result.level, result.verdict, result.n_used, result.estimate, result.interval, result.caveats)
        for result in other
    ] == figures(one)


worlds = given(st.integers(0, 10_000), st.sampled_from(KINDS), st.sampled_from([12, 60]), st.booleans())
few = settings(max_examples=4, deadline=None, derandomize=True)


@few
@worlds
def test_the_order_of_rows_changes_nothing(seed: int, kind: str, n: int, anonymous: bool) -> None:
    straight = columns(n, seed, anonymous)
    order = np.random.default_rng(seed).permutation(2 * n)
    mixed = {
        key: {name: np.asarray(each)[order] for name, each in value.items()}
        if isinstance(value, dict)
        else value[order]
        for key, value in straight.items()
    }
    one, other = told(straight, kind), told(mixed, kind)
    assert same(one, other)
    assert [result.input_hash for result in one] == [result.input_hash for result in other]


@few
@worlds
def test_other_names_for_the_same_people_change_nothing(seed: int, kind: str, n: int, anonymous: bool) -> None:
    straight = columns(n, seed, anonymous)
    names = np.random.default_rng(seed).permutation(10 * n)
    renamed = {**straight, "respondent": np.where(straight["respondent"] < 0, -1, names[straight["respondent"]])}
    assert same(told(straight, kind), told(renamed, kind))


@few
@worlds
def test_doubled_weights_change_nothing(seed: int, kind: str, n: int, anonymous: bool) -> None:
    straight = columns(n, seed, anonymous)
    assert same(told(straight, kind), told({**straight, "weight": 2 * straight["weight"]}, kind))


@few
@worlds
def test_a_constant_on_both_waves_changes_nothing(seed: int, kind: str, n: int, anonymous: bool) -> None:
    straight = columns(n, seed, anonymous)
    moved = {**straight, "numbers": {"trust": straight["numbers"]["trust"] + 100}}
    wide = replace(TRUST, low=101, high=110)
    ours = [result for result in told(straight, kind) if result.design != "description"]
    theirs = [result for result in told(moved, kind, indicators=(wide,)) if result.design != "description"]
    assert same(ours, theirs)


@few
@given(st.integers(0, 10_000), st.sampled_from(KINDS))
def test_turning_the_scale_turns_the_sentence(seed: int, kind: str) -> None:
    straight = columns(60, seed)
    turned = {**straight, "numbers": {"trust": 11 - straight["numbers"]["trust"]}}
    worse = replace(TRUST, higher_is_better=False)
    one, other = told(straight, kind)[0], told(turned, kind, indicators=(worse,))[0]
    assert (one.level, one.verdict, one.caveats) == (other.level, other.verdict, other.caveats)
    assert one.estimate == pytest.approx(-(other.estimate or 0), abs=1e-9)
    for language in LANGUAGES:
        assert turned_words(one.sentence(language), language) == other.sentence(language)


TURNED = {
    "sv": [
        ("steg", "sjönk"),
        ("högre i", "lägre i"),
        ("ligger {} lägre", "ligger {} högre"),
        ("högre är", "lägre är"),
    ],
    "en": [
        (" rose ", " fell "),
        ("higher in", "lower in"),
        ("are {} lower", "are {} higher"),
        ("higher is", "lower is"),
    ],
    "da": [
        ("steg", "faldt"),
        ("højere i", "lavere i"),
        ("ligger {} lavere", "ligger {} højere"),
        ("højere er", "lavere er"),
    ],
}


MARK = "\0"


def turned_words(text: str, language: str) -> str:
    """The sentence with every direction turned; for the better stays for the better."""
    if re.search("We cannot tell|Vi kan int|Vi kan ikke|disagree|olika svar|forskellige svar", text):
        text = re.sub(r"([+\u2212])(\d)", lambda found: ("\u2212" if found[1] == "+" else "+") + found[2], text)
    for one, other in TURNED[language]:
        text = swapped(text, one, other)
    return text


def swapped(text: str, one: str, other: str) -> str:
    """Each of two phrases in the other's place; {} is a number that is kept."""
    for phrase, instead in ((one, other), (other, one)):
        kept = re.escape(phrase).replace(r"\{\}", r"(\S+)")
        text = re.sub(f"(?<!{MARK}){kept}", MARK + instead.replace("{}", r"\1"), text)
    return text.replace(MARK, "")
