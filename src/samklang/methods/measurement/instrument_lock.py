"""A published instrument never changes: its hash stands in a lock file beside the facts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache

from samklang.methods.kernel import facts


@cache
def published_hashes() -> Mapping[str, str]:
    """id@version → SHA-256 of the file as it was published, hexadecimal."""
    locked: dict[str, str] = json.loads((facts.facts_root() / "instruments" / "published.json").read_text("utf-8"))
    return locked


def current_hashes() -> Mapping[str, str]:
    """id@version → SHA-256 of the file as it is now, hexadecimal."""
    names = facts.names("instruments")
    versions = {name: facts.load("instruments", name)["version"] for name in names}
    return {f"{name}@{version}": facts.fact_hash("instruments", name) for name, version in versions.items()}


def changed_since(name: str, text: str) -> list[str]:
    """Whether a file's text differs from what was published under its id@version: one line, or none."""
    wanted = published_hashes().get(name)
    if wanted is None or wanted == hashlib.sha256(text.encode()).hexdigest():
        return []
    return [f"version: {name} is published and never changes; give this file a version or an id of its own"]


def broken_promises(current: Mapping[str, str], published: Mapping[str, str]) -> list[str]:
    """Published versions whose text has changed, and new versions not yet published: one line each."""
    changed = [name for name, found in current.items() if name in published and published[name] != found]
    unpublished = [name for name in current if name not in published]
    return [f"{name}: a published version has changed; give it a new version" for name in changed] + [
        f"{name}: not in published.json; add its hash when it is ready" for name in unpublished
    ]
