"""Help lines: the number read is the number dialled, and some stand for everyone."""

from __future__ import annotations

import re

from samklang.methods.kernel.facts import load

LINES = load("help_lines", "sweden")["lines"]


def test_the_number_dialled_is_the_number_read_without_spaces_and_dashes() -> None:
    assert [line["id"] for line in LINES if re.sub(r"[ -]", "", line["number"]) != line["dial"]] == []


def test_identifiers_and_numbers_are_unique() -> None:
    assert len({line["id"] for line in LINES}) == len({line["dial"] for line in LINES}) == len(LINES)


def test_everyone_sees_emergency_health_youth_and_suicide_lines() -> None:
    shown = {line["kind"] for line in LINES if line["always_shown"]}
    assert {"emergency", "health", "young", "suicide"} <= shown


def test_the_national_numbers_are_those_published() -> None:
    assert {line["id"]: line["number"] for line in LINES} == {
        "sos_112": "112",
        "vard_1177": "1177",
        "polis_11414": "114 14",
        "bris": "116 111",
        "mind_90101": "90101",
        "medmanniska": "08-702 16 80",
        "kvinnofrid": "020-50 50 50",
    }
