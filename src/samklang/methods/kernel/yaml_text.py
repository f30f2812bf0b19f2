"""Strict YAML: duplicate keys are errors, and every error names the file and the line."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

import yaml

from samklang.methods.kernel.findings import UnreadableInput


class _StrictLoader(yaml.SafeLoader):
    """A safe loader that refuses a key given twice and keeps dates as text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[Hashable] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                mark = key_node.start_mark
                raise yaml.constructor.ConstructorError(None, None, f"the key '{key}' stands twice", mark)
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


_INT = "tag:yaml.org,2002:int"
_StrictLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:timestamp", _INT)]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
# Whole numbers are decimal: `010` is not eight and `1:30` not ninety; both stay text, which is no number to anyone.
_StrictLoader.add_implicit_resolver(_INT, re.compile(r"[-+]?(?:0|[1-9][0-9_]*)$"), list("-+0123456789"))


# The longest that anybody writes by hand is a hundredth of this; a data file in the wrong place would take minutes.
MOST_LETTERS = 3_000_000


def read_yaml(text: str, where: str) -> Any:
    """Parse one YAML document. where: the file's name, for errors. Raises UnreadableInput."""
    if len(text) > MOST_LETTERS:
        told = f"{len(text)} letters long, where {MOST_LETTERS} are the most; is it the right file?"
        raise UnreadableInput([f"{where}: {told}"])
    try:
        return yaml.load(text, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{where}, line {mark.line + 1}" if mark else where
        raise UnreadableInput([f"{place}: {error.problem}. Mend the YAML there and try again"]) from None
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        raise UnreadableInput([f"{where}: can't be read as YAML ({str(error).splitlines()[0]})"]) from None
