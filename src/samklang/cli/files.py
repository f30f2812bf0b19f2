"""Reading what the user points at and writing results: whole files, or nothing at all."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from samklang.methods.kernel.findings import UnreadableInput


def read_text(path: str) -> str:
    """A file's text as UTF-8 (a byte order mark is dropped). Raises UnreadableInput naming the file."""
    try:
        return Path(path).read_text("utf-8-sig")
    except FileNotFoundError:
        raise UnreadableInput([f"{path}: there is no such file"]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise UnreadableInput([f"{path}, line {line}: not UTF-8; save the file as UTF-8 and try again"]) from None
    except OSError as error:
        raise UnreadableInput([f"{path}: can't be opened ({error.strerror})"]) from None


def write_result(text: str, out: str | None) -> None:
    """Print a result, or write it to a file that appears whole or not at all."""
    if out is None:
        sys.stdout.write(text)
        return
    target = Path(out)
    try:
        with tempfile.NamedTemporaryFile("w", dir=target.parent, delete=False, encoding="utf-8", newline="") as draft:
            draft.write(text)
        os.replace(draft.name, target)
    except OSError as error:
        raise UnreadableInput([f"{out}: can't be written ({error.strerror})"]) from None


def as_json(result: Mapping[str, Any]) -> str:
    """A result as JSON that people can read too."""
    return json.dumps(result, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
