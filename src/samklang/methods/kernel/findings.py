"""A finding tells what is wrong or must be said, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """One error or warning.

    code: stable identifier, for example ``VE01``; severity: error stops, warning is always shown;
    where: path to the place (a key, a column, a file); text: what is wrong and how to mend it.
    """

    code: str
    severity: Severity
    where: str
    text: str

    def as_row(self) -> dict[str, str]:
        """The finding as plain data, for JSON."""
        return asdict(self)


class UnreadableInput(Exception):
    """Input that can't be read: every problem at once, none of it used."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@contextmanager
def naming(where: str) -> Iterator[None]:
    """Put a file's name before every problem that is found inside."""
    try:
        yield
    except UnreadableInput as error:
        raise UnreadableInput(f"{where}, {problem}" for problem in error.problems) from None


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Only the findings that stop a computation."""
    return tuple(finding for finding in findings if finding.severity == "error")
