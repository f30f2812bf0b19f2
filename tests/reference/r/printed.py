"""What a script printed: a name a line, then its figures."""

from __future__ import annotations

from pathlib import Path


def printed(name: str, folder: Path = Path(__file__).parent) -> dict[str, list[float]]:
    """Figures by name from <name>.txt in a folder; its first line holds the versions."""
    lines = (folder / f"{name}.txt").read_text().splitlines()[1:]
    return {line.split()[0]: [float(figure) for figure in line.split()[1:]] for line in lines}
