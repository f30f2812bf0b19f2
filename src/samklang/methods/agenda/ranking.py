"""What a prioritising says: one common order, or how those who ranked are split.

A common order is told when 8 voters or more are counted, Kendall's W ≥ 0.5, and the likely places of the first
options don't overlap those of the others. Else the split between the groups is told, and no mean rank, since it would
describe nobody.
Sources: Kendall & Gibbons (1990), Rank Correlation Methods; "moderate" from 0.5: Schmidt (1997), Decision Sciences
28(3). With 8 voters χ² = m(k − 1)W makes every W ≥ 0.5 significant at 5 %, so that p needs no threshold of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from samklang.methods.agenda.ballots import Ballot, check_ballots, places_of, ranks_of
from samklang.methods.agenda.group_ranking import GroupRanking, agreement_in, tell
from samklang.methods.agenda.groups import JOINED_UNDER, Electorate, Group, electorate
from samklang.methods.disclosure.plan import SHOWN_FROM
from samklang.methods.kernel.findings import Finding
from samklang.methods.statistics.kendall import SMALLEST_NUMBER, Agreement
from samklang.methods.statistics.refusals import BadArgument

Verdict = Literal["too_few", "split", "order"]
COMMON_FROM = 0.5


@dataclass(frozen=True)
class Ranking:
    """A prioritising. whole: all who are counted, None under three; order and mean ranks only in the verdict "order".

    groups: how each ranked, to be shown beside; blank: partners' ballots that place nothing.
    """

    options: tuple[str, ...]
    chosen: int
    verdict: Verdict
    whole: GroupRanking | None
    groups: tuple[GroupRanking, ...]
    blank: int
    findings: tuple[Finding, ...]


def ranking(
    ballots: Sequence[Ballot], options: Sequence[str], *, seed: int, chosen: int = 1, draws: int = 2000
) -> Ranking:
    """The verdict on a prioritising in which the first so many options are to be chosen.

    Raises UnreadableInput for options or ballots that can't be read, BadArgument when none or all are to be chosen.
    """
    check_ballots(ballots, options)
    if not 1 <= chosen < len(options):
        raise BadArgument("chosen", f"{chosen} of {len(options)} options: choose at least one and leave at least one")
    voters = electorate([one for one in ballots if not one.blank])
    blank = sum(one.blank and one.sector is not None for one in ballots)
    found = agreement_in(voters.whole, options, seed=seed, draws=draws)
    verdict, reasons = _verdict(voters.whole, options, found, chosen)
    inside = [(one, agreement_in(one, options, seed=seed, draws=draws)) for one in voters.groups]
    groups = tuple(tell(one, options, theirs) for one, theirs in inside)
    whole = tell(voters.whole, options, found) if len(voters.whole.ballots) >= JOINED_UNDER else None
    if verdict == "split" and whole is not None:
        whole = replace(whole, order=(), mean_ranks=None)
    apart = _apart(inside, options, found, chosen) if found is not None and verdict == "order" else ()
    notes = (*reasons, *_about_ballots(voters, blank), *apart)
    return Ranking(tuple(options), chosen, verdict, whole, groups, blank, notes)


def _verdict(
    whole: Group, options: Sequence[str], found: Agreement | None, chosen: int
) -> tuple[Verdict, tuple[Finding, ...]]:
    if len(whole.ballots) < SMALLEST_NUMBER:
        text = (
            f"fewer than {SMALLEST_NUMBER} voters are counted: only counts are told; let more partners rank, or talk"
        )
        return "too_few", (_warn("AW01", "ballots", text),)
    if found is None or found.w < COMMON_FROM:
        text = "the voters don't agree on an order: show how each group ranks, talk it through and rank again"
        return "split", (_warn("AW02", "ballots", text),)
    rivals = _rivals(options, found, chosen)
    if not rivals:
        return "order", ()
    text = f"{', '.join(rivals)} may as well stand among the first {chosen}: talk before you choose, or choose more"
    return "split", (_warn("AW03", "options", text),)


def _first(options: Sequence[str], found: Agreement, chosen: int) -> list[int]:
    return sorted(range(len(options)), key=lambda at: float(found.mean_ranks[at]))[:chosen]


def _rivals(options: Sequence[str], found: Agreement, chosen: int) -> list[str]:
    """Options outside the first ones whose likely places reach theirs."""
    first = _first(options, found, chosen)
    last = max(int(found.places[at, 1]) for at in first)
    return [option for at, option in enumerate(options) if at not in first and found.places[at, 0] <= last]


def _about_ballots(voters: Electorate, blank: int) -> Iterator[Finding]:
    if voters.left_out:
        text = (
            f"fewer than {SHOWN_FROM} residents voted, so that their ballots are left out of every figure: let more"
            " vote, or let the resident council vote openly as a partner"
        )
        yield _warn("AW04", "ballots", text)
    for group in voters.groups:
        if 2 * len(group.ballots) > len(voters.whole.ballots):
            text = f"more than half of the voters are {group.name}: show the groups beside the common order"
            yield _warn("AW08", f"groups.{group.name}", text)
        if len(group.sectors) > 1:
            text = (
                f"told together, since one of them has fewer than {JOINED_UNDER} voters: {', '.join(group.sectors)}"
            )
            yield _warn("AW05", "ballots.sector", text)
    if blank:
        yield _warn("AW06", "ballots", f"{blank} blank: counted as no voter; ask whether the options were understood")


def _apart(
    groups: Sequence[tuple[Group, Agreement | None]], options: Sequence[str], found: Agreement, chosen: int
) -> Iterator[Finding]:
    """Groups that want something else than the first options: see _wants_others."""
    first = _first(options, found, chosen)
    for group, theirs in groups:
        if _wants_others(group, theirs, options, first):
            text = f"most of {group.name} want something else first: show their order beside the common one"
            yield _warn("AW07", f"groups.{group.name}", text)


def _wants_others(group: Group, theirs: Agreement | None, options: Sequence[str], first: list[int]) -> bool:
    """Partners: more than half have none of the first options among their own first ones. Residents, of whom only
    buckets are known: none of the first options is among those they rank first together.
    """
    if group.residents:
        return theirs is not None and not set(first) & set(_first(options, theirs, len(first)))
    own = places_of(ranks_of(group.ballots, options))[:, first] <= len(first)
    return bool((~own.any(axis=1)).mean() > 0.5)


def _warn(code: str, where: str, text: str) -> Finding:
    return Finding(code, "warning", where, text)
