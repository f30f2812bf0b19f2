"""A result as a sentence: the text its design, verdict and level point to, its numbers, and what must be said."""

from __future__ import annotations

from collections.abc import Iterator

from samklang.methods.measurement.effect.evidence import CAPS, Design, Level
from samklang.methods.measurement.effect.indicator import Labels, Language, column_name
from samklang.methods.measurement.effect.linked import MISSING, X
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.sentences.figures import (
    count,
    decimals_between,
    fixed,
    per_cent,
    plain,
    signed,
)
from samklang.methods.measurement.effect.sentences.texts import texts_in

# What a reader must be told in the same breath; the other caveats stand beside the result.
SAID_ALOUD = (
    "regression_to_the_mean",
    "wording_changed",
    "mode_changed",
    "outcome_chosen_after_data",
    "differential_dropout",
    "no_overlap",
    "many_missing",
    "few_groups",
    "lot_in_doubt",
    "not_after_holm",
    "exploratory",
)
LEAVERS_SHOWN = 0.05
WITHOUT_SCALE = ("self_attribution", "shadow_control", "reliable_change", "random_pair", "dose", "subgroups")
# Texts that serve a lottery as well, so that who chose to take part has to be told beside them.
WITHOUT_CHOICE = ("effect.below", "groups.unclear", "groups.never_clear")
# Told in other words where a lot decided who took part: then nobody chose to.
DRAWN_OR_JOINED = ("subgroups", "random_pair")
# Columns that are told as a number of something: words for them where the plan gives none.
PLURALS = {"doses": "dose", "groups": "group"}
BALANCE = "balance_of_"
LEAVERS_TOLD = ("paired_change", "comparison_linked", "lottery")


def sentence(result: ChangeResult, language: Language) -> str:
    """The whole text: what was found, who left, what else must be said, and the scale."""
    texts = texts_in(language)
    slots = _slots(result, language)
    key = key_of(result)
    parts = [texts.sentences[key].format(**slots)]
    if key in WITHOUT_CHOICE and "chose_to_join" in result.caveats:
        parts.append(texts.caveats["chose_to_join"])
    if _tells_leavers(result):
        parts.append(
            texts.sentences["leavers.too_few" if _out_of_scale(result) else "leavers.people"].format(**slots)
        )
    parts += [texts.caveats[code] for code in SAID_ALOUD if code in result.caveats]
    if result.design not in WITHOUT_SCALE and not result.suppressed:
        parts.append(
            texts.sentences["scale"].format(low=slots["low"], high=slots["high"], direction=slots["direction"])
        )
    return " ".join(parts)


def design_name(design: str, labels: Labels, language: Language, column: str = "") -> str:
    """What a design is called, with the name of the column it splits people by."""
    texts = texts_in(language)
    doses = column_name(labels, "dose", language, texts.words["doses"])
    return texts.report[design].format(doses=doses, column=column_name(labels, column, language))


def key_of(result: ChangeResult) -> str:
    """Which text: a level under the one its words need gives a weaker text."""
    design, verdict = result.design, result.verdict
    cap = CAPS[_design(result)]
    if cap >= Level.CHANGED and result.level < Level.CHANGED:
        return "effect.below" if result.question == "effect" else "change.below"
    if design == "paired_change" and verdict == "told" and not result.estimate:
        return "paired_change.flat"
    if design == "description" and verdict == "told" and result.names.get("two_waves"):
        return "description.told_twice"
    if verdict == "too_few" and not result.n_used:
        return "description.nobody"
    if design in DRAWN_OR_JOINED:
        return f"{design}.{verdict}" + ("_drawn" if result.counterfactual.kind == "lottery" else "")
    if verdict == "unclear" and "groups_part" in result.numbers:
        return "groups.unclear" if result.mde is not None else "groups.never_clear"
    if verdict not in ("clear", "agree") or cap < Level.COMPARED:
        return f"{design}.{verdict}"
    if result.level == cap:
        return f"{design}.{verdict}"
    return f"{design}.{verdict}_" + ("compared" if result.level == Level.COMPARED else "weakened")


def _design(result: ChangeResult) -> Design:
    return result.design  # type: ignore[return-value]


def caveats(result: ChangeResult, language: Language) -> tuple[str, ...]:
    """Everything that has to be known with the result, in words."""
    texts, columns = texts_in(language).caveats, ", ".join(_unlike(result, language))
    drawn = result.counterfactual.kind == "lottery"
    keys = (f"{code}_drawn" if drawn and f"{code}_drawn" in texts else code for code in result.caveats)
    return tuple(texts[key].format(columns=columns) for key in keys)


def _unlike(result: ChangeResult, language: Language) -> Iterator[str]:
    """Names of the columns held equal in which the arms were unlike; of one with gaps, told once."""
    checked = {
        check.name.removeprefix(BALANCE + X): check for check in result.checks if check.name.startswith(BALANCE)
    }
    failed = [name for name, check in checked.items() if not check.ok]
    bases = {name: name.removesuffix(MISSING) for name in failed}
    columns = [base if base in checked else name for name, base in bases.items()]
    return (column_name(result.labels, name, language) for name in dict.fromkeys(columns))


def assumptions(result: ChangeResult, language: Language) -> tuple[str, ...]:
    """What the result takes for granted, in words."""
    return tuple(texts_in(language).assumptions[code] for code in result.assumptions)


def _tells_leavers(result: ChangeResult) -> bool:
    """The point at which the leavers flip the answer stands with every answer they could flip."""
    told = result.design in LEAVERS_TOLD and result.verdict in ("clear", "agree") and result.level >= Level.CHANGED
    lost, base = _leavers(result)
    return told and base > 0 and lost / base > LEAVERS_SHOWN and result.sensitivity.get("tipping_points") is not None


def _out_of_scale(result: ChangeResult) -> bool:
    """Whether those who left would have to lie beyond the scale's end to undo the answer."""
    seen, shift = result.numbers.get("seen_after"), result.sensitivity.get("tipping_points") or 0.0
    if seen is None:
        return False
    below = (result.estimate or 0.0) > 0
    return seen - shift < result.indicator.low if below else seen + shift > result.indicator.high


def _leavers(result: ChangeResult) -> tuple[float, float]:
    if "left" in result.numbers:
        return result.numbers["left"], result.numbers["left_of"]
    return float(result.n_started - result.n_used), float(result.n_started)


def _slots(result: ChangeResult, language: Language) -> dict[str, str]:
    words, indicator = texts_in(language).words, result.indicator
    estimate = result.estimate or 0.0
    low, high = result.interval or (estimate, estimate)
    decimals = decimals_between(indicator.width, low, high)
    ends = (low, high) if estimate >= 0 else (-high, -low)
    better = _good(result)
    direction = {1: "high_is_better", -1: "low_is_better"}.get(indicator.better)
    lost, base = _leavers(result)
    return {
        "label": indicator.name(language),
        "n": count(result.n_used, language),
        "N": count(result.n_started, language),
        "x": fixed(abs(estimate), decimals, language),
        "l": fixed(ends[0], decimals, language),
        "h": fixed(ends[1], decimals, language),
        "mde": "–" if result.mde is None else fixed(result.mde, decimals, language),
        "rose": words["rose" if estimate > 0 else "fell"],
        "higher": words["higher" if estimate > 0 else "lower"],
        "better": words["better" if better > 0 else "worse"]
        if better
        else words["higher" if estimate > 0 else "lower"],
        "for_good": "" if not better else words["for_the_better" if better > 0 else "for_the_worse"],
        "if_worse": words["and_for_the_worse"] if better < 0 else "",
        "m": count(lost, language),
        "they": words["that_person" if lost == 1 else "they"],
        "M": count(base, language),
        "beside": _beside(result, language, decimals),
        "low": plain(indicator.low, language),
        "high": plain(indicator.high, language),
        "alike": words["people" if "baseline_unlike" in result.caveats else "similar_people"],
        "from_end": words["from_best" if indicator.better else "from_highest"],
        "direction": words[direction] if direction else "",
        **{name: column_name(result.labels, column, language, words[name]) for name, column in PLURALS.items()},
        **_waves(result, language),
        **dict(_own(result, language, decimals)),
    }


def _beside(result: ChangeResult, language: Language, decimals: int) -> str:
    """Where the leavers would have to lie to undo the answer: so much lower than those seen, or level with them."""
    words, points = texts_in(language).words, result.sensitivity.get("tipping_points") or 0.0
    tipped = words["lower" if (result.estimate or 0.0) > 0 else "higher"]
    return words["apart"].format(k=fixed(points, decimals, language), tipped=tipped) if points else words["level"]


def _good(result: ChangeResult) -> int:
    """1 where the estimate goes the good way, −1 the other, 0 where neither end is better."""
    return result.indicator.better * (1 if (result.estimate or 0.0) > 0 else -1)


def _waves(result: ChangeResult, language: Language) -> dict[str, str]:
    words = texts_in(language).words
    before, after = result.names["before"], result.names["after"]
    if result.names["dated"]:
        return {
            "before": before,
            "after": after,
            "in_before": words["in_year"].format(before),
            "in_after": words["in_year"].format(after),
            "reweighted": words["reweighted"] if result.names.get("reweighted") else "",
        }
    return {
        "before": words["wave"].format(before),
        "after": words["wave"].format(after),
        "in_before": words["in_wave"].format(before),
        "in_after": words["in_wave"].format(after),
        "reweighted": words["reweighted"] if result.names.get("reweighted") else "",
    }


def _own(result: ChangeResult, language: Language, decimals: int) -> Iterator[tuple[str, str]]:
    """Slots that only some designs have."""
    words, numbers = texts_in(language).words, result.numbers
    if "change_part" in numbers:
        rises, ahead = numbers["change_part"] >= 0, (result.estimate or 0.0) > 0
        yield "own_rose", words["rose" if rises else "fell"]
        yield "more", words["more" if rises == ahead else "less"]
    if {"did", "ancova"} <= set(result.estimates):
        yield "a", signed(result.estimates["did"].estimate, decimals, language)
        yield "b", signed(result.estimates["ancova"].estimate, decimals, language)
    for name in ("share_low", "share_high"):
        if name in numbers:
            yield name, per_cent(numbers[name])
    for name in ("judges", "place"):
        if name in numbers:
            yield name, count(numbers[name], language)
    if result.design == "reliable_change":
        yield from ((f"a_{name}", count(numbers[name], language)) for name in ("better", "worse", "untold"))
    if result.design == "generic_control":
        yield from ((name, signed(numbers[name], decimals, language)) for name in ("own", "others"))
        areas = words["one_area" if numbers["areas"] == 1 else "areas"]
        yield "areas", areas.format(count(numbers["areas"], language))
        yield "K1", count(numbers["areas"] + 1, language)
        yield "area", result.names["area"]
    if "groups_part" in numbers:
        yield "g", count(numbers["groups_part"], language)
        yield "g0", count(numbers["groups_others"], language)
    for name in ("lowest", "highest"):
        if name in numbers:
            yield name, signed(numbers[name], decimals, language)
    if "of_ten" in numbers:
        yield "of_ten", fixed(numbers["of_ten"], 0, language)
    if "mean" in numbers:
        yield "mean", fixed(numbers["mean"], decimals, language)
    if "column" in result.names:
        yield "column", column_name(result.labels, result.names["column"], language)
