"""Renders the specifications into docs/reference: `python -m tests.spec.rendering` writes them anew."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.reference import outside_checks
from tests.spec.markdown import table

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
        parts.append(f"\n## {spec['title']}\n\n{spec['says'].strip()}\n\n" + "\n".join(table(spec["cases"])) + "\n")
    return "".join(parts)


def main() -> None:
    """Write every page."""
    for subject in subjects():
        page_of(subject).write_text(render(subject), "utf-8")
    outside_checks.PAGE.write_text(outside_checks.render(), "utf-8")


if __name__ == "__main__":
    main()
