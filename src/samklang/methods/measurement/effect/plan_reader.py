"""Reads an `effect-plan/1` mapping, from YAML or built in Python, and refuses everything it doesn't know."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import cast, get_args

from samklang.methods.kernel.findings import naming
from samklang.methods.kernel.node import Node, kind_of, number_of
from samklang.methods.kernel.yaml_text import read_yaml
from samklang.methods.measurement.effect.counterfactual import NONE, Counterfactual, Kind
from samklang.methods.measurement.effect.frame import OWN_COLUMNS, STRATUM
from samklang.methods.measurement.effect.indicator import LANGUAGES, Indicator, Labels, Language
from samklang.methods.measurement.effect.plan import Chosen, CovariateKind, Entry, Plan
from samklang.methods.measurement.effect.plan_sides import read_attribution, read_externals, read_judges, read_margins

SCHEMA = "effect-plan/1"
KINDS = ("comparison_group", "statistics", "expert", "lottery", "none")
# Columns of the frame itself that sentences name.
NAMED_COLUMNS = ("group", "dose")
COLUMN_NAME = re.compile(r"[^\s,;\"]{1,80}")
LONGEST_LABEL = 80
LONGEST_READING = 2000


def read_plan_text(text: str, where: str) -> Plan:
    """A plan from YAML. where: the file's name, put before every problem. Raises UnreadableInput."""
    raw = read_yaml(text, where)
    with naming(where):
        return read_plan(raw)


def read_plan(raw: object) -> Plan:
    """A plan from a mapping. Raises UnreadableInput with every problem at once, each naming its path."""
    return Node.read_top(raw, SCHEMA, _checked)


def _checked(node: Node) -> Plan:
    plan = _read(node)
    _check_names(plan, node)
    return plan


def _read(node: Node) -> Plan:
    node.choice("schema", [SCHEMA], required=True)
    waves = node.child("waves")
    before, after = (waves.whole("before"), waves.whole("after")) if waves else (None, None)
    if waves:
        waves.done()
    return Plan(
        data=node.text("data", required=True),
        title=node.text("title"),
        indicators=_indicators(node),
        counterfactual=_counterfactual(node),
        covariates=_covariates(node),
        adjust=tuple(node.words("adjust")),
        margins=read_margins(node),
        languages=_languages(node),
        before=before,
        after=after,
        asked=_asked(node),
        outcomes_chosen=cast(
            Chosen, node.choice("outcomes_chosen", ["before_data", "after_data", "not_stated"], "not_stated")
        ),
        entry=cast(Entry, node.choice("entry", ["open", "need", "not_stated"], "not_stated")),
        externals=read_externals(node),
        judges=read_judges(node),
        attribution=read_attribution(node),
        subgroups=tuple(node.words("subgroups")),
        labels=_labels(node),
    )


def _indicators(node: Node) -> tuple[Indicator, ...]:
    children = node.children("indicators", required=True)
    if not children and isinstance(node.raw.get("indicators"), list):
        node.problem("indicators", "is empty; give at least one indicator")
    return tuple(_indicator(child) for child in children)


def _indicator(node: Node) -> Indicator:
    low, high = node.number("min", required=True), node.number("max", required=True)
    if low is not None and high is not None and low >= high:
        node.problem("max", f"must be above min ({low:g})")
    reliability, sem = node.number("reliability"), node.number("sem")
    if reliability is not None and not 0 <= reliability <= 1:
        node.problem("reliability", "must lie between 0 and 1")
    if sem is not None and sem <= 0:
        node.problem("sem", "must be above 0, in points of the scale")
    node.text("reliability_source", required=reliability is not None or sem is not None)
    made = Indicator(
        id=_column(node, "id", required=True),
        low=low or 0.0,
        high=1.0 if high is None else high,
        higher_is_better=_direction(node),
        primary=node.flag("primary", False),
        label=_texts(node, "label", LONGEST_LABEL),
        missing_codes=_codes(node),
        then=_column(node, "then"),
        reliability=reliability,
        sem=sem,
        reading=_texts(node, "reading", LONGEST_READING),
    )
    node.done()
    return made


def _direction(node: Node) -> bool | None:
    if node.raw.get("higher_is_better", True) in (None, "neither"):
        node.has("higher_is_better")
        return None
    return node.flag("higher_is_better", True)


def _column(node: Node, key: str, required: bool = False) -> str:
    name = node.text(key, required)
    if name and not COLUMN_NAME.fullmatch(name):
        node.problem(key, f"{name!r} is no column name: leave out blanks, commas and quotes")
    return name


def _texts(node: Node, key: str, longest: int) -> dict[Language, str]:
    """A text by language, or one for all."""
    raw = node.get(key)
    if raw is None:
        return {}
    texts = (
        {str(name): text for name, text in raw.items()} if isinstance(raw, Mapping) else dict.fromkeys(LANGUAGES, raw)
    )
    found: dict[Language, str] = {}
    for language, text in texts.items():
        if language not in LANGUAGES:
            node.problem(f"{key}.{language}", f"unknown language; known: {', '.join(LANGUAGES)}")
        elif not isinstance(text, str) or not text.strip() or len(text) > longest:
            node.problem(f"{key}.{language}", f"must be a text of at most {longest} characters")
        else:
            found[language] = " ".join(text.split())
    return found


def _labels(node: Node) -> Labels:
    child = node.child("labels")
    return {} if child is None else {str(name): _texts(child, name, LONGEST_LABEL) for name in child.raw}


def _codes(node: Node) -> tuple[float, ...]:
    raw = node.get("missing_codes")
    if raw is None:
        return ()
    listed = raw if isinstance(raw, Sequence) and not isinstance(raw, str) else [raw]
    numbers = [number_of(code) for code in listed]
    if any(number is None for number in numbers):
        node.problem("missing_codes", "must be a list of numbers, such as [97, 98]")
    return tuple(float(number) for number in numbers if number is not None)


def _counterfactual(node: Node) -> Counterfactual:
    if node.raw.get("counterfactual") == "none":
        node.has("counterfactual")
        return NONE
    child = node.child("counterfactual")
    if child is None:
        return NONE
    made = Counterfactual(
        kind=cast(Kind, child.choice("kind", KINDS, "none", required=True)),
        by=child.text("by"),
        when=child.text("when"),
        text=child.text("text"),
        assigned=_column(child, "assigned"),
    )
    child.done()
    return made


def _covariates(node: Node) -> dict[str, CovariateKind]:
    raw = node.get("covariates")
    if raw is None:
        return {}
    if isinstance(raw, str) or not isinstance(raw, Sequence | Mapping):
        node.problem("covariates", f"must be a list of columns, not {kind_of(raw)}")
        return {}
    pairs = list(raw.items()) if isinstance(raw, Mapping) else [_covariate(entry) for entry in raw]
    made: dict[str, CovariateKind] = {}
    for name, kind in pairs:
        if not isinstance(name, str) or not COLUMN_NAME.fullmatch(name) or kind not in get_args(CovariateKind):
            node.problem("covariates", f"{name!r}: must be a column's name, or {{id: name, kind: number | category}}")
        elif name in OWN_COLUMNS or name.startswith(STRATUM):
            node.problem("covariates", f"'{name}' is one of the frame's own columns; take it out of the list")
        else:
            made[name] = cast(CovariateKind, kind)
    return made


def _covariate(entry: object) -> tuple[object, object]:
    if isinstance(entry, Mapping):
        return (entry.get("id"), entry.get("kind", "by_content")) if set(entry) <= {"id", "kind"} else (entry, "")
    return entry, "by_content"


def _languages(node: Node) -> tuple[Language, ...]:
    named = node.words("languages")
    unknown = [name for name in named if name not in LANGUAGES]
    for name in unknown:
        node.problem("languages", f"'{name}' is not known; known: {', '.join(LANGUAGES)}")
    return tuple(cast(Language, name) for name in named if name not in unknown) or ("sv", "en")


def _asked(node: Node) -> dict[int, int]:
    child = node.child("asked")
    if child is None:
        return {}
    asked: dict[int, int] = {}
    for wave, people in child.raw.items():
        number = number_of(people)
        if not isinstance(wave, int) or number is None or number.denominator != 1 or number < 0:
            child.problem(str(wave), "must be a wave's number with the number of people asked, such as 1: 500")
        else:
            asked[wave] = int(number)
    return asked


def _check_names(plan: Plan, node: Node) -> None:
    ids = [indicator.id for indicator in plan.indicators]
    for place, name in enumerate(ids):
        if ids.index(name) < place:
            node.problem(f"indicators[{place}].id", f"'{name}' stands twice; give each indicator its own id")
        if name in OWN_COLUMNS or name in plan.covariates:
            node.problem(f"indicators[{place}].id", f"'{name}' is also another column; choose another id")
    for key, names in (("adjust", plan.adjust), ("subgroups", plan.subgroups)):
        for name in names:
            if name not in plan.covariates and not name.startswith(STRATUM):
                node.problem(key, f"'{name}' is neither a declared covariate nor a column {STRATUM}…")
    _check_labels(plan, ids, node)
    for place, external in enumerate(plan.externals):
        if external.indicator and external.indicator not in ids:
            node.problem(f"externals[{place}].indicator", f"no indicator is called '{external.indicator}'")
    if plan.before is not None and plan.after is not None and plan.before >= plan.after:
        node.problem("waves.after", f"must be a later wave than before ({plan.before})")


def _check_labels(plan: Plan, indicators: Sequence[str], node: Node) -> None:
    known = (*plan.covariates, *NAMED_COLUMNS)
    for name in plan.labels:
        if name in indicators:
            node.problem(f"labels.{name}", "is an indicator; write its label beside its id, under indicators")
        elif name not in known and not name.startswith(STRATUM):
            text = f"no such column has a name in sentences; known here: {', '.join(known)}, {STRATUM}…"
            node.problem(f"labels.{name}", text)
