"""Why an estimate is refused: one exception a reason, each with the place and what to do about it."""

from __future__ import annotations


class CannotEstimate(Exception):
    """The data do not carry this estimate. where: the argument or column; text: what is wrong and how to mend it.

    With slots, text is a pattern with {slots}, which others may have in more languages.
    """

    def __init__(self, where: str, text: str, **slots: float | str) -> None:
        self.where = where
        self.pattern = text
        self.slots = slots
        self.text = text.format(**slots) if slots else text
        super().__init__(f"{where}: {self.text}")


class BadArgument(CannotEstimate):
    """An argument that can't mean anything: lengths that differ, a level of 95, a negative count."""


class MissingValues(CannotEstimate):
    """A value is missing or infinite."""


class TooFew(CannotEstimate):
    """An empty group, one person, or fewer than the method needs."""


class NoVariation(CannotEstimate):
    """All values are equal, so that their spread says nothing about the error."""


class Unidentified(CannotEstimate):
    """A coefficient that no data of this shape can give: a column repeats others, or one person alone decides it."""


class Separation(CannotEstimate):
    """Columns that predict a yes-or-no answer without a fault, so that the coefficient has no bound."""


class NotConverged(CannotEstimate):
    """Weights or coefficients that never settled."""


class EmptyBox(CannotEstimate):
    """A box of the population in which nobody answered."""
