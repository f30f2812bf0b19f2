"""`make bench`: what people wait for, one module a subject. `python -m benchmarks value scoring` runs some of them.

Each runs in a process of its own, so that what one has loaded never helps the next.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PARTS = {"__main__", "__init__", "measure", "demo_place"}


def subjects() -> list[str]:
    """The modules that measure something."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in PARTS)


def main(chosen: list[str]) -> int:
    """Measure the chosen subjects, or all of them."""
    unknown = [name for name in chosen if name not in subjects()]
    if unknown:
        print(f"no such subject: {', '.join(unknown)}; there are {', '.join(subjects())}", file=sys.stderr)
        return 2
    for name in chosen or subjects():
        print(f"\n{name}", flush=True)
        code = f"import importlib; importlib.import_module('benchmarks.{name}').main()"
        subprocess.run([sys.executable, "-c", code], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
