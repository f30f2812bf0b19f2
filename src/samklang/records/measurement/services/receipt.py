"""The receipt: a signed token for the wave, the same for everybody who answered it, stored nowhere."""

from __future__ import annotations

import re

from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "samklang.measurement.receipt"
DIGITS = 8
RECEIPT = re.compile(rf"([A-Za-z0-9]{{1,16}})-([0-9]{{{DIGITS}}})")


def receipt_for(code: str) -> str:
    """A wave's receipt: its code and eight digits that only this installation can make.

    Short enough to copy by hand. It opens nothing but what became of the wave, so eight digits are enough.
    """
    signature = salted_hmac(SALT, code, algorithm="sha256").digest()
    return f"{code}-{int.from_bytes(signature, 'big') % 10**DIGITS:0{DIGITS}d}"


def code_on_receipt(receipt: str) -> str | None:
    """The wave's code, or None for a receipt nobody was given. Spaces somebody typed are forgiven."""
    found = RECEIPT.fullmatch("".join(receipt.split()))
    if found is None or not constant_time_compare(receipt_for(found[1]), found[0]):
        return None
    return found[1]
