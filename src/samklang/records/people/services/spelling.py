"""When two ways of writing a name are the same name."""

from __future__ import annotations

import re
import unicodedata

# A letter and a point or so before an address are another address: lo.bo@example.org.
BEGINS_ADDRESS = r"(?<!\w)(?<!\w[.+%-])"


def spelled(name: str) -> str:
    """A name to compare with: whatever case, spaces and apostrophe, å as one sign or as an a and its ring (NFC)."""
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold()).replace("’", "'")


def names_address(text: str, address: str) -> bool:
    """Whether the address stands in a text, and not as the end of a longer one."""
    return re.search(rf"{BEGINS_ADDRESS}{re.escape(spelled(address))}(?!\w)", spelled(text)) is not None
