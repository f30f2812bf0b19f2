"""Renders the specifications into docs/reference: `python -m tests.spec.rendering` writes them anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

SPEC = Path(__file__).parent
REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


def subjects() -> list[str]:
    """The folders of specifications."""
    return sorted(child.name for child in SPEC.iterdir() if child.is_dir() and any(child.glob("*.yaml")))


def page_of(subject: str) -> Path:
    """Where a subject's specifications are read."""
    return REFERENCE / f"{subject}-spec.md"


def render(subject: str) -> str:
    """A subject's specifications as one Markdown page."""
    parts = [f"# What {subject} promises\n\nEach table is run against the code whenever the tests run.\n"]
    for path in sorted((SPEC / subject).glob("*.yaml")):
        spec = yaml.safe_load(path.read_text("utf-8"))
        parts.append(f"\n## {spec['title']}\n\n{spec['says'].strip()}\n\n" + "\n".join(_table(spec["cases"])) + "\n")
    return "".join(parts)


def _table(cases: list[Mapping[str, Any]]) -> Iterator[str]:
    columns = list(dict.fromkeys(name for case in cases for name in case))
    yield "| " + " | ".join(columns) + " |"
    yield "| " + " | ".join("---" for _column in columns) + " |"
    for case in cases:
        yield "| " + " | ".join(_cell(case.get(name)) for name in columns) + " |"


def _cell(value: Any) -> str:
    """A value as people write it, safe inside a table."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_cell(each)}" for name, each in value.items())
    if isinstance(value, list):
        return ", ".join(_cell(each) for each in value)
    return str(value).strip().replace("|", "\\|").replace("\n", "<br>")


def main() -> None:
    """Write every page."""
    for subject in subjects():
        page_of(subject).write_text(render(subject), "utf-8")


if __name__ == "__main__":
    main()
