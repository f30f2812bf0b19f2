"""The documents of today are those that CIDS's own shapes found right."""

from __future__ import annotations

import hashlib
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.reference.exchange.maps import MAPS

from samklang.cli.files import as_json
from samklang.methods.value.exchange.cids import Reporter, to_cids
from samklang.methods.value.map.reader import read_map
from samklang.methods.value.report import report

HERE = Path(__file__).parent
PRINTED = (HERE / "check_cids.txt").read_text().splitlines() if (HERE / "check_cids.txt").exists() else []
JUDGED = [line.split() for line in PRINTED if line.startswith("shapes ")]
REPORTER = Reporter("Torgföreningen", date(2024, 1, 1), date(2024, 12, 31))


def document(name: str) -> str:
    return as_json(to_cids(report(read_map(MAPS[name])), REPORTER))


@pytest.mark.parametrize("name", MAPS)
def test_every_document_was_found_right_by_the_basic_tier_and_by_all_tiers(name: str) -> None:
    """After a change, run check_cids.py anew."""
    digest = hashlib.sha256(document(name).encode()).hexdigest()
    assert [(line[1], line[3], line[4]) for line in JUDGED if line[2] == name] == [
        ("cids.basictier.shacl.ttl", digest, "ok"),
        ("cids-shacl-BasicTier-EssentialTier-FullTier.ttl", digest, "ok"),
    ]


def test_the_shapes_refuse_a_document_without_what_the_basic_tier_asks_for() -> None:
    refused = {line[1]: line[line.index("without") + 1 :] for line in JUDGED}
    assert refused == {
        "cids.basictier.shacl.ttl": ["hasLegalName", "hasName"],
        "cids-shacl-BasicTier-EssentialTier-FullTier.ttl": ["hasIdentifier", "hasName"],
    }


if __name__ == "__main__":
    for each in MAPS:
        (Path(sys.argv[1]) / f"{each}.json").write_text(document(each))
