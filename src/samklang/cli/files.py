"""Reading what the user points at and writing results: whole files, or nothing at all."""

from __future__ import annotations

import errno
import gc
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from samklang.methods.kernel.findings import UnreadableInput

# How .xlsx and .xls begin.
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_bytes(path: str) -> bytes:
    """A file's bytes. Raises UnreadableInput naming the file."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise UnreadableInput([f"{path}: there is no such file"]) from None
    except OSError as error:
        raise UnreadableInput([f"{path}: can't be opened ({error.strerror})"]) from None
    except ValueError:  # a name with a NUL in it
        raise UnreadableInput([f"{path!r}: is no name of a file"]) from None


def read_text(path: str) -> str:
    """A file's text as UTF-8, without byte order mark or carriage returns. Raises UnreadableInput naming it."""
    content = read_bytes(path)
    if content.startswith(WORKBOOKS):
        raise UnreadableInput([f"{path}: is an Excel workbook; save the sheet as CSV UTF-8 and try again"])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise UnreadableInput([f"{path}, line {line}: not UTF-8; save the file as UTF-8 and try again"]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_json(path: str) -> Any:
    """A file's JSON. Raises UnreadableInput naming the file."""
    try:
        return json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        raise UnreadableInput([f"{path}: not JSON ({error})"]) from None


# From so many rows on, a command says what it is doing.
MANY = 200_000


@contextmanager
def many_rows() -> Iterator[None]:
    """While a large file is read: a million rows are a million lists, walked by the collector over and over."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def write_bytes(content: bytes, out: str, *, private: bool = False) -> None:
    """Write a file that appears whole or not at all. Raises UnreadableInput naming the file.

    private: only its owner may read it, and it is on the disk before it appears.
    """
    try:
        _write_whole(content, Path(out), private)
    except OSError as error:
        raise UnreadableInput([f"{out}: can't be written ({error.strerror})"]) from None


def _write_whole(content: bytes, target: Path, private: bool) -> None:
    """Through a draft beside the target, of which nothing is left if it fails. Raises OSError."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not target.is_file():  # /dev/null and pipes are written to, not replaced
        target.write_bytes(content)
        return
    handle, name = tempfile.mkstemp(dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as draft:
            draft.write(content)
            if private:
                draft.flush()
                os.fsync(draft.fileno())
        if not private:  # a draft is made so that only its owner may read it
            os.chmod(name, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except OSError:
        os.unlink(name)
        raise


def _umask() -> int:
    """What the user takes away from the rights of new files; it can only be read by being set."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def write_result(text: str, out: str | None) -> None:
    """Print a result, or write it to a file that appears whole or not at all."""
    if out is not None:
        write_bytes(text.encode(errors="backslashreplace"), out)
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnreadableInput([f"the result can't be printed ({error.strerror})"]) from None


def as_json(result: Mapping[str, Any]) -> str:
    """A result as JSON that people can read too."""
    return json.dumps(result, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
