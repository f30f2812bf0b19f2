"""No sentence above its level, ever: many random worlds and plans, every sentence in three languages."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, get_args

import numpy as np
import pytest

from samklang.methods.measurement.effect.counterfactual import Counterfactual, Kind
from samklang.methods.measurement.effect.evidence import FAULTS, Design, Level, level_of
from samklang.methods.measurement.effect.frame import Frame, make_frame
from samklang.methods.measurement.effect.indicator import LANGUAGES, Indicator
from samklang.methods.measurement.effect.plan import Attribution, External, Judge, Margin, Plan
from samklang.methods.measurement.effect.result import ChangeResult, Verdict
from samklang.methods.measurement.effect.sentences.words import names_effect, words_above
from samklang.methods.measurement.effect.sentences.write import caveats
from samklang.methods.measurement.effect.study import study

WORLDS = [*range(90), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(90, 1500))]


def a_world(rng: np.random.Generator) -> Frame:
    """Two or three waves of few or many people, a change or none, some gone, some things not known."""
    n, waves = int(rng.choice([6, 40, 130, 160])), int(rng.choice([1, 2, 2, 2, 3]))
    size = n * waves
    wave = np.repeat(np.arange(1, waves + 1), n)
    person = np.tile(np.arange(n), waves) if rng.random() < 0.7 else None
    arm = np.tile(rng.integers(0, 2, n), waves).astype(float)
    start = rng.choice([0.0, 0.8]) * arm
    lift = start + rng.choice([-1.5, 0.0, 0.6, 1.5]) * (wave - 1) * arm
    numbers = {
        "trust": np.clip(np.round(5 + lift + rng.normal(size=size)), 1, 10),
        "worry": np.clip(np.round(5 - lift + rng.normal(size=size)), 1, 10),
        "trust_then": np.clip(np.round(4 + rng.normal(size=size)), 1, 10),
        "ours": rng.integers(1, 6, size).astype(float),
        "felt": rng.integers(1, 6, size).astype(float),
        "age": rng.normal(40, 10, size),
    }
    gone = rng.random(size) < rng.choice([0.0, 0.1, 0.3, 0.45])
    for name in ("trust", "worry"):
        numbers[name] = np.where(gone, np.nan, numbers[name])
    names = [f"g{each % 6}" for each in (np.tile(np.arange(n), waves))]
    return make_frame(
        wave,
        numbers,
        respondent=person,
        took_part=arm if rng.random() < 0.8 else None,
        dose=rng.poisson(4, size).astype(float),
        categories={"stratum_sex": rng.choice(["f", "m"], size).tolist()},
        group=names if rng.random() < 0.5 else None,
        mode=rng.choice(["phone", "paper"], size).tolist() if rng.random() < 0.3 else None,
        wording=[f"w{each}" for each in wave] if rng.random() < 0.3 else None,
    )


def a_plan(rng: np.random.Generator) -> Plan:
    trust = Indicator(
        "trust",
        1,
        10,
        [True, None][int(rng.random() < 0.2)],
        primary=bool(rng.random() < 0.5),
        then="trust_then",
        sem=0.5,
    )
    worry = Indicator("worry", 1, 10, False, label={"sv": "oro", "en": "worry", "da": "bekymring"})
    areas = {
        f"area {place}": {1: 5.0, 2: 5 + float(rng.normal(0, 0.2)), 3: 5.0}
        for place in range(int(rng.choice([1, 4, 25])))
    }
    kind = str(rng.choice([*get_args(Kind), "comparison_group", "comparison_group"]))
    return Plan(
        data="",
        indicators=(trust, worry),
        counterfactual=Counterfactual(kind),  # type: ignore[arg-type]
        covariates={"age": "number"},
        adjust=("age",) if rng.random() < 0.5 else (),
        margins=(Margin("stratum_sex", {"f": 0.5, "m": 0.5}),) if rng.random() < 0.5 else (),
        outcomes_chosen=rng.choice(["before_data", "before_data", "after_data"]),
        entry=rng.choice(["open", "need"]),
        externals=(External("trust", "Husby", areas, bool(rng.random() < 0.7), "made up"),),
        judges=(Judge("a", 0.1, 0.4, True), Judge("b", 0.2, 0.6, True)),
        attribution=Attribution("ours", "felt", 4.0),
        subgroups=("stratum_sex",),
    )


@cache
def every_result(seed: int) -> tuple[Plan, list[ChangeResult]]:
    rng = np.random.default_rng(seed)
    plan, frame = a_plan(rng), a_world(rng)
    answer = study(plan, frame)
    return plan, [*answer.results, *answer.further]


@pytest.mark.parametrize("seed", WORLDS)
def test_no_sentence_claims_more_than_its_level(seed: int) -> None:
    plan, results = every_result(seed)
    for result in results:
        for language in LANGUAGES:
            text = " ".join([result.sentence(language), *caveats(result, language), *result.explain(language)])
            assert (result.design, result.level, words_above(result.level, text)) == (result.design, result.level, [])
            assert (text, names_effect(text) and not plan.counterfactual.declared) == (text, False)


@pytest.mark.parametrize("seed", WORLDS)
def test_no_figure_stands_without_its_people_its_method_and_what_it_takes_for_granted(seed: int) -> None:
    for result in every_result(seed)[1]:
        held = result.assumptions or result.design == "description"
        named = (bool(held), result.method_version != "", result.n_used <= max(result.n_started, result.n_asked))
        assert (result.design, *named) == (result.design, True, True, True)
        low, high = result.interval or (0.0, 0.0)
        assert result.interval is None or low <= (result.estimate or 0.0) <= high


def test_the_worlds_bring_every_design_and_every_verdict() -> None:
    seen = [result for seed in range(90) for result in every_result(seed)[1]]
    assert {result.design for result in seen} == set(get_args(Design))
    assert {result.verdict for result in seen} == set(get_args(Verdict))
    assert {result.level for result in seen} == set(Level) - {Level.REPEATED}


@pytest.mark.parametrize("seed", range(12))
def test_a_result_taken_down_to_any_level_still_claims_no_more(seed: int) -> None:
    _plan, results = every_result(seed)
    for result in results:
        for level in Level:
            if level > result.level:
                continue
            lowered = replace(result, level=level)
            for language in LANGUAGES:
                assert words_above(level, lowered.sentence(language)) == [], (result.design, level, language)


def test_every_verdict_of_every_design_has_a_text_in_three_languages() -> None:
    from samklang.methods.measurement.effect.sentences.texts import TEXTS  # noqa: PLC0415

    parts: dict[str, list[Any]] = {}
    for language in LANGUAGES:
        texts = TEXTS[language]
        for name in ("words", "sentences", "caveats", "assumptions", "steps"):
            parts.setdefault(name, []).append(sorted(getattr(texts, name)))
    assert {name: listed[1:] for name, listed in parts.items()} == {
        name: [listed[0], listed[0]] for name, listed in parts.items()
    }


def test_no_fault_raises_a_level() -> None:
    designs: tuple[Design, ...] = get_args(Design)
    raised = [
        (design, fault) for design in designs for fault in FAULTS if level_of(design, [fault]) > level_of(design, [])
    ]
    lowered = [design for design in designs if level_of(design, FAULTS) < level_of(design, [])]
    assert (raised, set(designs) - set(lowered)) == (
        [],
        {"then_test", "self_attribution", "shadow_control", "description", "random_pair"},
    )
