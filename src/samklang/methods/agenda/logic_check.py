"""Whether a logic model hangs together: LE… must be mended before a programme is decided, LW… are shown beside it.

LE01 without id or text · LE02 one id for two · LE03 a reference to nothing · LE04 no goal · LE05 an outcome without a
way to the goal · LE06 without indicator · LE07 an indicator without data source · LE08 an activity without outcome ·
LE09 an indicator of none or several phenomena · LE10 an activity that ends before it starts · LE11 a circle.
LW01 an indicator for nothing · LW02 an outcome without activity · LW03 an activity without process measure ·
LW04 a resource nothing uses · LW05 an activity without resource · LW06 an outcome without assumption or threat ·
LW07 a change valued twice · LW08 a baseline without follow-up · LW09 a data source nothing uses · LW10 a process
measure of nothing · LW11 an assumption about nothing · LW12 a goal no outcome leads to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from samklang.methods.agenda.logic_model import Link, LogicModel, links
from samklang.methods.kernel.findings import Finding

Reached = Mapping[str, frozenset[str]]
# Code, kind, key and what to say of a part that names nothing there.
NAMES_NOTHING = (
    ("LE07", "indicators", "sources", "has no data source; say where its figures come from"),
    ("LE08", "activities", "outcomes", "leads to no outcome; say which change it is for, or leave it out"),
    ("LW01", "indicators", "of", "follows nothing; say which outcome it is a sign of, or leave it out"),
    ("LW05", "activities", "resources", "has no resource; say what it takes, people's own time too"),
    ("LW10", "outputs", "activities", "measures no activity; say whose it is, or leave it out"),
    ("LW11", "assumptions", "of", "is about nothing; say what it must hold for, or leave it out"),
)
# Code, kind, the kinds that may name it, and what to say of a part that none of them names.
NAMED_BY_NOTHING = (
    ("LE06", "outcomes", ("indicators",), "has no indicator, so that nobody will know whether it came; choose one"),
    ("LW02", "outcomes", ("activities",), "no activity leads to it; plan one, or say who else does it"),
    ("LW03", "activities", ("outputs",), "has no process measure; say how you will see that it was done"),
    ("LW04", "resources", ("activities",), "no activity uses it; say what it is for, or leave it out"),
    (
        "LW06",
        "outcomes",
        ("assumptions",),
        "has neither assumption nor threat; write what must hold, or may stand in the way",
    ),
    (
        "LW09",
        "sources",
        ("indicators", "outputs", "resources"),
        "nothing is taken from it; say what is, or leave it out",
    ),
    ("LW12", "goals", ("outcomes",), "no outcome leads to it; say which change would be seen on the way there"),
)


def check(model: LogicModel) -> tuple[Finding, ...]:
    """All findings on a model, errors first, each group from the goal downwards."""
    found = [finding for guard in _GUARDS for finding in guard(model)]
    return tuple(sorted(found, key=lambda finding: finding.severity != "error"))


def _written(model: LogicModel) -> Iterator[Finding]:
    """LE01, LE02 and LE04: what can't be told apart, or isn't there."""
    for kind, parts in model.kinds.items():
        for place, part in enumerate(parts):
            if not part.id.strip():
                yield _finding("LE01", f"{kind}.{place}.id", "is empty; give it a short name of its own")
            elif not part.text.strip():
                yield _finding(
                    "LE01", f"{kind}.{part.id}.text", "is empty; write it out so that others understand it"
                )
    kinds_of: dict[str, list[str]] = {}
    for kind, parts in model.kinds.items():
        for part in parts:
            kinds_of.setdefault(part.id, []).append(kind)
    for name, kinds in kinds_of.items():
        if len(kinds) > 1 and name.strip():
            text = f"{len(kinds)} parts have this id ({', '.join(kinds)}); give each its own"
            yield _finding("LE02", f"{kinds[0]}.{name}", text)
    if not model.goals:
        yield _finding("LE04", "goals", "there is none; write the overall goal before anything else")


def _references(model: LogicModel) -> Iterator[Finding]:
    """LE03."""
    for link in links(model):
        if not _leads_somewhere(model, link):
            wanted = " or ".join(link.among)
            yield _finding(
                "LE03", link.where, f"there is no '{link.to}' among {wanted}; name one that is there, or add it"
            )


def _naming(model: LogicModel) -> Iterator[Finding]:
    """Parts that name nothing, by the table."""
    for code, kind, key, text in NAMES_NOTHING:
        for part in model.kinds[kind]:
            if not getattr(part, key):
                yield _finding(code, f"{kind}.{part.id}", text)


def _named(model: LogicModel) -> Iterator[Finding]:
    """Parts nobody names, by the table."""
    for code, kind, namers, text in NAMED_BY_NOTHING:
        named = {link.to for link in links(model) if link.kind in namers and kind in link.among}
        for part in model.kinds[kind]:
            if part.id not in named:
                yield _finding(code, f"{kind}.{part.id}", text)


def _indicators(model: LogicModel) -> Iterator[Finding]:
    """LE09 and LW08."""
    for one in model.indicators:
        where = f"indicators.{one.id}"
        if len(one.phenomena) != 1:
            said = f"measures {', '.join(one.phenomena)} at once" if one.phenomena else "names no phenomenon"
            yield _finding("LE09", where, f"{said}; let each indicator be a sign of one phenomenon")
        if one.baseline.strip() and not one.follow_up.strip():
            text = "has a baseline but no follow-up; plan when it is measured again, before the activities start"
            yield _finding("LW08", where, text)


def _periods(model: LogicModel) -> Iterator[Finding]:
    """LE10. Activities of one outcome may run in different times."""
    for one in model.activities:
        if one.starts is not None and one.ends is not None and one.ends < one.starts:
            yield _finding(
                "LE10", f"activities.{one.id}", f"ends {one.ends} before it starts {one.starts}; change one"
            )


def _ways(model: LogicModel) -> Iterator[Finding]:
    """LE05, LE11 and LW07: from each outcome along its links."""
    reached = _reached(model)
    goals = {goal.id for goal in model.goals}
    circles: set[frozenset[str]] = set()
    valued = {one.id for one in model.outcomes if one.valued}
    for one in model.outcomes:
        beyond = reached[one.id]
        if not beyond & goals:
            text = "has no way to the goal; say which goal, or which further outcome, it leads to"
            yield _finding("LE05", f"outcomes.{one.id}", text)
        circle = frozenset(other for other in beyond & reached.keys() if one.id in reached[other])
        if circle and circle not in circles:
            circles.add(circle)
            text = f"leads back to itself ({', '.join(sorted(circle))}); take one of the links away"
            yield _finding("LE11", f"outcomes.{one.id}.leads_to", text)
        twice = sorted(beyond & valued - {one.id}) if one.valued else []
        if twice:
            text = (
                f"leads to {', '.join(twice)}, and money is put on both: the change counts twice; value one of them"
            )
            yield _finding("LW07", f"outcomes.{one.id}.valued", text)


def _reached(model: LogicModel) -> Reached:
    """Outcome → everything its links lead to, at any distance."""
    ahead: dict[str, set[str]] = {}
    for one in model.outcomes:
        ahead.setdefault(one.id, set()).update(one.leads_to)
    reached = {}
    for start in ahead:
        seen: set[str] = set()
        waiting = list(ahead[start])
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                waiting.extend(ahead.get(here, ()))
        reached[start] = frozenset(seen)
    return reached


def _leads_somewhere(model: LogicModel, link: Link) -> bool:
    return any(part.id == link.to for kind in link.among for part in model.kinds[kind])


def _finding(code: str, where: str, text: str) -> Finding:
    return Finding(code, "error" if code.startswith("LE") else "warning", where, text)


_GUARDS: tuple[Callable[[LogicModel], Iterator[Finding]], ...] = (
    _written,
    _references,
    _ways,
    _named,
    _naming,
    _indicators,
    _periods,
)
