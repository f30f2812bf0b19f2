"""The keys of back-ups: a public one to encrypt to, and an identity that opens them and is kept somewhere else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pyrage

from samklang.cli.files import read_text, write_bytes
from samklang.methods.kernel.findings import UnreadableInput

# How a file that is sealed to keys begins.
BEGINS = b"age-encryption.org/v1\n"


def new_key(file: str, today: date) -> str:
    """Write a new identity to a file that isn't there yet; its public key. Raises UnreadableInput."""
    if Path(file).exists():
        raise UnreadableInput([f"{file}: stands there already; a key that is written over opens no back-up any more"])
    identity = pyrage.x25519.Identity.generate()
    public = str(identity.to_public())
    text = f"# Samklang's back-ups, made {today.isoformat()}\n# public key: {public}\n{identity}\n"
    write_bytes(text.encode(), file, private=True)
    return public


def recipients(given: Iterable[str]) -> list[pyrage.x25519.Recipient]:
    """Public keys, each ``age1…``. Raises UnreadableInput for anything else, or when there is none."""
    keys = [key.strip() for key in given if key.strip()]
    if not keys:
        raise UnreadableInput(
            [
                "no public key: say --recipient age1… or set SAMKLANG_BACKUP_RECIPIENT; "
                "make a pair of keys with samklang backup --new-key FILE"
            ]
        )
    return [_recipient(key) for key in keys]


def _recipient(key: str) -> pyrage.x25519.Recipient:
    if key.upper().startswith("AGE-SECRET-KEY-"):
        # Never echoed: it may end up in a log.
        raise UnreadableInput(["--recipient: is a secret key; give the public one, which begins with age1"])
    try:
        return pyrage.x25519.Recipient.from_str(key)
    except pyrage.RecipientError as error:
        raise UnreadableInput([f"--recipient {key}: isn't a public age key ({error})"]) from None


def identities(file: str) -> list[pyrage.x25519.Identity]:
    """The identities in a key file. Raises UnreadableInput naming file and line."""
    found = []
    for number, line in enumerate(read_text(file).splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            try:
                found.append(pyrage.x25519.Identity.from_str(line.strip()))
            except pyrage.IdentityError:
                raise UnreadableInput([f"{file}, line {number}: isn't an age identity (AGE-SECRET-KEY-1…)"]) from None
    if not found:
        raise UnreadableInput([f"{file}: holds no age identity (AGE-SECRET-KEY-1…)"])
    return found
