"""The file a back-up is: a tar with a manifest and a file a table, encrypted to public age keys.

Whoever holds an identity can open it without Samklang: ``age -d -i KEYFILE FILE | tar x``.
"""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import pyrage

from samklang.cli.installation.keys import BEGINS
from samklang.cli.installation.tables import Migration, TableRows, content_hash
from samklang.methods.kernel.findings import UnreadableInput
from samklang.records.people.services.erasure_ledger import LedgerMark

FORMAT = 1


class WrongKey(Exception):
    """The file is encrypted to other keys than the given one."""


class NewerFormat(Exception):
    """The file was made by a Samklang that writes them in another way."""


@dataclass(frozen=True)
class Backup:
    """A back-up. made_at: UTC; erasures: how far the erasure ledger had come when it was made."""

    version: str
    made_at: str
    database: str
    migrations: tuple[Migration, ...]
    erasures: LedgerMark
    last_numbers: dict[str, int]
    tables: tuple[TableRows, ...]

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(table.rows for table in self.tables)

    @property
    def content_hash(self) -> str:
        """SHA-256 of all rows."""
        return content_hash(self.tables)


def sealed(backup: Backup, recipients: Sequence[pyrage.x25519.Recipient]) -> bytes:
    """The back-up as the file's bytes."""
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w") as tar:
        _add(tar, "manifest.json", json.dumps(_manifest(backup), indent=1, ensure_ascii=False).encode())
        for table in backup.tables:
            _add(tar, f"tables/{table.name}.jsonl.gz", table.content)
    return bytes(pyrage.encrypt(whole.getvalue(), list(recipients)))


def opened(content: bytes, identities: Sequence[pyrage.x25519.Identity]) -> Backup:
    """The back-up in a file's bytes, whole and unchanged. Raises WrongKey, NewerFormat or UnreadableInput."""
    if not content.startswith(BEGINS):
        raise UnreadableInput(["is no back-up: it doesn't begin like a file encrypted with age"])
    try:
        whole = pyrage.decrypt(content, list(identities))
    except pyrage.DecryptError as error:
        if "matching" in str(error):
            raise WrongKey from None
        raise UnreadableInput([f"is damaged ({error})"]) from None
    try:
        return _read(whole)
    except (tarfile.TarError, OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise UnreadableInput([f"is damaged ({error})"]) from None


def _manifest(backup: Backup) -> dict[str, Any]:
    told = asdict(backup) | {"format": FORMAT, "content_hash": backup.content_hash, "rows": backup.rows}
    for table in told["tables"]:
        table["file_hash"] = hashlib.sha256(table.pop("content")).hexdigest()
    return told


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o600
    tar.addfile(entry, io.BytesIO(content))


def _read(whole: bytes) -> Backup:
    with tarfile.open(fileobj=io.BytesIO(whole), mode="r:") as tar:
        told = json.loads(_member(tar, "manifest.json"))
        if told["format"] > FORMAT:
            raise NewerFormat
        tables = tuple(_table(tar, each) for each in told["tables"])
    found = Backup(
        str(told["version"]),
        str(told["made_at"]),
        str(told["database"]),
        tuple((str(app), str(name)) for app, name in told["migrations"]),
        LedgerMark(int(told["erasures"]["lines"]), str(told["erasures"]["hash"])),
        {str(name): int(number) for name, number in told["last_numbers"].items()},
        tables,
    )
    if found.content_hash != told["content_hash"]:
        raise ValueError("its content isn't what its manifest says")
    return found


def _table(tar: tarfile.TarFile, told: dict[str, Any]) -> TableRows:
    content = _member(tar, f"tables/{told['name']}.jsonl.gz")
    if hashlib.sha256(content).hexdigest() != told["file_hash"]:
        raise ValueError(f"the table {told['name']} isn't what the manifest says")
    return TableRows(told["name"], tuple(told["columns"]), int(told["rows"]), told["hash"], content)


def _member(tar: tarfile.TarFile, name: str) -> bytes:
    found = tar.extractfile(name)
    if found is None:
        raise ValueError(f"{name} isn't a file")
    return found.read()
