"""The words of a CIDS document: their addresses, and ours for what the standard has no word for.

Common Impact Data Standard 3.2.1, ontology.commonapproach.org/cids. Only the addresses of the terms used here.
"""

from __future__ import annotations

from typing import Any

CIDS = "https://ontology.commonapproach.org/cids#"
OWN = "urn:samklang:value:"
ORGANISATION = "http://ontology.eil.utoronto.ca/tove/organization#"
MEASURE = "http://ontology.eil.utoronto.ca/ISO21972/iso21972#"
PROVENANCE = "http://www.w3.org/ns/prov#"
XSD = "http://www.w3.org/2001/XMLSchema#"

LINKS = (
    "forIndicator",
    "forOrganization",
    "forOutcome",
    "forStakeholder",
    "forTheme",
    "hasCounterfactual",
    "hasImpactReport",
    "hasImpactScale",
    "hasIndicator",
    "hasIndicatorReport",
    "hasOutcome",
    "hasStakeholderOutcome",
)
TEXTS = ("hasComment", "hasDescription", "unitDescription")
# Ours: shares 0–1 and amounts, each beside its source.
OWN_NUMBERS = (
    "share",
    "amount",
    "years",
    "impactYear1",
    "presentValue",
    "totalValue",
    "totalInputs",
    "ratio",
    "weight",
)
OWN_TEXTS = (
    "source",
    "unit",
    "method",
    "mode",
    "basis",
    "currency",
    "perspective",
    "kind",
    "code",
    "severity",
    "where",
)
OWN_LINKS = (
    "attributionToOthers",
    "closeness",
    "displacement",
    "duration",
    "dropOff",
    "unitValue",
    "input",
    "finding",
)


def context() -> dict[str, Any]:
    """The JSON-LD context: every key of the document → its address and type."""
    return {
        "cids": CIDS,
        "samklang": OWN,
        "xsd": XSD,
        **{name: {"@id": f"{CIDS}{name}", "@type": "@id"} for name in LINKS},
        **{name: {"@id": f"{CIDS}{name}", "@type": f"{XSD}string"} for name in TEXTS},
        **{name: {"@id": f"{ORGANISATION}{name}"} for name in ("hasName", "hasLegalName", "hasIdentifier")},
        "value": {"@id": f"{MEASURE}value", "@type": "@id"},
        "hasNumericalValue": {"@id": f"{MEASURE}hasNumericalValue", "@type": f"{XSD}string"},
        "Measure": f"{MEASURE}Measure",
        **{
            name: {"@id": f"{PROVENANCE}{name}", "@type": f"{XSD}dateTime"}
            for name in ("startedAtTime", "endedAtTime")
        },
        **{name: {"@id": f"{OWN}{name}", "@type": f"{XSD}decimal"} for name in OWN_NUMBERS},
        **{name: {"@id": f"{OWN}{name}", "@type": f"{XSD}string"} for name in OWN_TEXTS},
        **{name: {"@id": f"{OWN}{name}"} for name in OWN_LINKS},
        "priceYear": {"@id": f"{OWN}priceYear", "@type": f"{XSD}gYear"},
    }
