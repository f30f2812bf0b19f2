"""Names that SPSS and Stata both take for variables."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Stata's longest name; SPSS takes 64 bytes.
LONGEST = 32
SPSS = ("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with")
STATA = ("byte", "double", "float", "if", "in", "int", "long", "str", "strl", "using")
RESERVED = frozenset((*SPSS, *STATA))


def statistics_names(names: Iterable[str]) -> list[str]:
    """Each name as letters a-z, figures and low lines, at most 32, a letter first, no reserved word, each once."""
    made: list[str] = []
    for name in names:
        plain = re.sub(r"\W", "_", name, flags=re.ASCII)
        plain = plain if plain[:1].isalpha() else f"v{plain}"
        made.append(_free(f"{plain}_" if plain.lower() in RESERVED else plain, {each.lower() for each in made}))
    return made


def _free(name: str, taken: set[str]) -> str:
    """The name cut to its length, with a number when it is taken: neither program tells capitals apart for sure."""
    short, place = name[:LONGEST], 2
    while short.lower() in taken:
        short = f"{name[: LONGEST - len(str(place)) - 1]}_{place}"
        place += 1
    return short
