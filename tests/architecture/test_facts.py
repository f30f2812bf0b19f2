"""Every fact holds against its schema and says when, from where, checked when, and under which licence."""

from __future__ import annotations

import pytest

from samklang.methods.kernel.facts import check, facts_root, kinds, load, names

FACTS = [(kind, name) for kind in kinds() for name in names(kind)]


@pytest.mark.parametrize(("kind", "name"), FACTS, ids=lambda part: part)
def test_the_fact_is_complete(kind: str, name: str) -> None:
    fact = load(kind, name)
    missing = [key for key in ("date", "reference", "checked_on", "licence", "status") if not fact.get(key)]
    assert missing == []
    assert fact["status"] in {"draft", "verified"}


def test_every_kind_of_fact_has_a_schema() -> None:
    schemas = {child.name.removesuffix(".json") for child in (facts_root() / "schema").iterdir()}
    assert set(kinds()) - schemas == set()


@pytest.mark.parametrize("kind", kinds())
def test_a_fact_that_breaks_its_schema_is_named_with_file_and_key(kind: str) -> None:
    fact = dict(load(kind, names(kind)[0]))
    del fact["licence"]
    problems = check(kind, fact | {"no_such_key": 1}, "here.yaml")
    assert [problem for problem in problems if not problem.startswith("here.yaml, ")] == []
    assert [word for word in ("licence", "no_such_key") if word not in " ".join(problems)] == []
