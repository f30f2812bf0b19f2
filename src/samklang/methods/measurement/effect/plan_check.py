"""What is well written in a plan but can't be right: shares that are per cents, names that claim a cause."""

from __future__ import annotations

from collections.abc import Iterator

from samklang.methods.kernel.findings import Finding
from samklang.methods.measurement.effect.plan import Plan
from samklang.methods.measurement.effect.sentences.words import forbidden_in_labels

SAME_SUM = 0.005


def check_plan(plan: Plan) -> tuple[Finding, ...]:
    """Findings on a plan: EE03 a share outside 0–1, EE04 shares that are nobody's, EE05 a name that claims a cause,
    EW01 no counterfactual, EW02 margins that don't add up, EW03 several outcomes and none of them the main one, EW04
    a counterfactual without who, when or what."""
    return (*_shares(plan), *_names(plan), *_claims(plan))


def _shares(plan: Plan) -> Iterator[Finding]:
    for margin in plan.margins:
        for name, share in margin.shares.items():
            yield from _share(f"margins.{margin.column}.{name}", share)
        total = sum(margin.shares.values())
        if total <= 0:
            yield Finding("EE04", "error", f"margins.{margin.column}", "all shares are 0; give the area's own shares")
        elif abs(total - 1) > SAME_SUM and max(margin.shares.values()) <= 1:
            text = f"the shares add up to {total:g}; they are rescaled to 1. Is a category missing?"
            yield Finding("EW02", "warning", f"margins.{margin.column}", text)
    for place, judge in enumerate(plan.judges):
        yield from _share(f"judges[{place}].low", judge.low)
        yield from _share(f"judges[{place}].high", judge.high)
        if judge.low > judge.high:
            yield Finding("EE03", "error", f"judges[{place}].high", f"lies under low ({judge.low:g}); swap them")


def _share(where: str, share: float) -> Iterator[Finding]:
    if share > 1:
        yield Finding("EE03", "error", where, f"{share:g} is above 1; write {share / 100:g} for {share:g} %")
    elif share < 0:
        yield Finding("EE03", "error", where, f"{share:g} is negative; a share lies between 0 and 1")


def _names(plan: Plan) -> Iterator[Finding]:
    for place, indicator in enumerate(plan.indicators):
        names: dict[str, str] = {**{str(key): text for key, text in indicator.label.items()}, "id": indicator.id}
        for language, text in names.items():
            word = forbidden_in_labels(text.replace("_", " "))
            if word:
                where = f"indicators[{place}]." + ("id" if language == "id" else f"label.{language}")
                advice = "a name says what is measured, not what it came from; take that word out"
                yield Finding("EE05", "error", where, f"'{word}' can't stand in the name of an indicator: {advice}")

    others = {f"externals[{place}].area": external.area for place, external in enumerate(plan.externals)}
    others |= {f"subgroups[{place}]": name for place, name in enumerate(plan.subgroups)}
    for column, label in plan.labels.items():
        others |= {f"labels.{column}.{language}": text for language, text in label.items()}
    for where, text in others.items():
        word = forbidden_in_labels(text.replace("_", " "))
        if word:
            yield Finding(
                "EE05", "error", where, f"'{word}' can't stand in a name that sentences use: choose another"
            )


def _claims(plan: Plan) -> Iterator[Finding]:
    if not plan.counterfactual.declared:
        text = "none is declared, so the results are changes and none of them is an effect; say what would have "
        text += "happened anyway (comparison_group, statistics, expert or lottery), by whom and when"
        yield Finding("EW01", "warning", "counterfactual", text)
    missing = [name for name in ("by", "when", "text") if not getattr(plan.counterfactual, name)]
    if plan.counterfactual.declared and missing:
        text = (
            f"{', '.join(missing)} not given: write who declared it, which day, and in words what would have happened"
        )
        yield Finding("EW04", "warning", "counterfactual", text)
    if len(plan.indicators) > 1 and not any(indicator.primary for indicator in plan.indicators):
        text = f"none of {len(plan.indicators)} is primary, so all of them share one family (Holm)"
        yield Finding("EW03", "warning", "indicators", text)
