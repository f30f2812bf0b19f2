"""Compiles the interface texts: .po files are what is committed, .mo files are what gettext reads."""

from __future__ import annotations

from pathlib import Path

import polib


def compile_texts(root: Path) -> int:
    """Write every .mo that is missing or older than its .po; how many were written.

    Not with GNU gettext, which is no Python package. polib skips obsolete and fuzzy entries, never a fuzzy header.
    """
    written = 0
    for source in sorted(root.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        polib.pofile(str(source)).save_as_mofile(str(target))
        written += 1
    return written
