"""What in an instrument is recalled and not yet held against its source: it never reaches a published report."""

from __future__ import annotations

from dataclasses import replace

from samklang.methods.measurement.instrument import Instrument, Scale


def draft_parts(instrument: Instrument) -> tuple[str, ...]:
    """Every part that is a draft, in words: a scale's rule, its bands or its missing rule, with the source told."""
    made: list[str] = []
    for scale in instrument.scales:
        if scale.draft:
            made.append(f"{scale.id}, how it is scored")
        if scale.bands and scale.bands.draft:
            made.append(f"{scale.id}, the bands ({scale.bands.source})")
        if scale.missing_basis == "recalled":
            made.append(f"{scale.id}, the missing rule")
    return tuple(made)


def publishable(instrument: Instrument) -> Instrument:
    """The instrument without its drafts, for everything that is published: no recalled scale, no recalled band.

    A score with a recalled missing rule is given only to people who answered every item, which no rule can change.
    """
    kept = [_without_drafts(scale) for scale in instrument.scales if not scale.draft]
    known = {scale.id for scale in kept}
    return replace(instrument, scales=tuple(scale for scale in kept if set(scale.of) <= known))


def _without_drafts(scale: Scale) -> Scale:
    bands = None if scale.bands and scale.bands.draft else scale.bands
    needed = len(scale.items) if scale.missing_basis == "recalled" else scale.min_valid
    return replace(scale, bands=bands, min_valid=needed)
