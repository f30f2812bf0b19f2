"""Released waves of every size, as the open page knows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Asked, Release, Row, protect
from samklang.methods.measurement.exchange.json_stat import PublicWave

ASKED = (
    Asked("safe_01", (1, 2, 3, 4, 5), 2),
    Asked("home_01", (4, 3, 2, 1), 1),
    Asked("yes_01", (0, 1), 1),
    Asked("free_01", (1, 2, 3), 0),
)
# As the form has them: 98 is no step, but stands among the answers.
LABELS = {1: "helt", 2: "delvis", 3: "mitt emellan", 4: "knappt", 5: "inte alls", 0: "nej", 98: "vet inte"}
SIZES = {"few": 7, "hidden": 9, "wide": 14, "words": 25, "classes": 60, "exact": 140}


def rows(n: int, seed: int = 1) -> list[Row]:
    """Answers of n people; some skip."""
    rng = Random(seed)
    return [Row((), {asked.id: rng.choice((*asked.steps, *asked.steps, None)) for asked in ASKED}) for _ in range(n)]


def content() -> dict[str, Any]:
    """What was asked, in the form of a wave's frozen content."""
    return {"languages": ["sv", "ar"], "questions": [_question(asked) for asked in ASKED]}


def _question(asked: Asked) -> dict[str, Any]:
    options = [[code, LABELS[code]] for code in (*sorted(asked.steps), 98)]
    texts = {"sv": {"text": f"Fråga {asked.id}?", "options": options}}
    return {"id": asked.id, "ordered": True, "sensitive": list(asked.steps[: asked.sensitive]), "texts": texts}


def wave(release: Release, group: str = "Kören") -> PublicWave:
    """A closed wave of a group, or of the area when group is empty."""
    return PublicWave(
        "Ekbacken tillsammans",
        "Ekbacken",
        group,
        "Läget 1",
        "Läget",
        date(2026, 5, 31),
        date(2026, 6, 2),
        content(),
        release.as_manifest(),
    )


def group_wave(n: int, seed: int = 1) -> PublicWave:
    """A group of n people."""
    return wave(protect(rows(n, seed), (), ASKED, Plan(8)))


def area_wave(lives_here: Sequence[int] = (80, 60), elsewhere: int = 40) -> PublicWave:
    """An area: residents in home cells of these sizes, and people from elsewhere, who aren't told of."""
    cells = [*((("yes", f"c{place}"), n) for place, n in enumerate(lives_here)), (("no", "c0"), elsewhere)]
    labelled = [Row(labels, row.answers) for labels, n in cells for row in rows(n, n)]
    return wave(protect(labelled, ("lives_here", "took_part"), ASKED, Plan(8)), "")
