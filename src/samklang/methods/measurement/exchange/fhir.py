"""A FHIR Questionnaire: items, answers, the weight of each answer and, for sums, an expression.

HL7 FHIR R4 (4.0.1) and R5 (5.0.0); weights as ordinalValue in R4 and itemWeight in R5; expressions by the Structured
Data Capture guide. A score here needs every item: what FHIRPath can't say well, the missing rules, stays with us.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from samklang.methods.measurement.exchange.shareable import points, rights, shareable, title_in
from samklang.methods.measurement.instrument import Instrument, Item, Scale

Release = Literal["R4", "R5"]

STRUCTURE = "http://hl7.org/fhir/StructureDefinition/"
CALCULATED = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"
WEIGHT = {"R4": f"{STRUCTURE}ordinalValue", "R5": f"{STRUCTURE}itemWeight"}
CHOICE = {"R4": "choice", "R5": "coding"}

OWN = "urn:samklang:"
NON_ANSWER = f"{OWN}non-answer"


def to_fhir(instrument: Instrument, release: Release = "R5") -> dict[str, Any]:
    """The Questionnaire as plain data for JSON. The first language is the resource's, the others are translations."""
    found = shareable(instrument)
    languages = found.languages
    made: dict[str, Any] = {
        "resourceType": "Questionnaire",
        "id": found.id.replace("_", "-"),
        "url": f"{OWN}instrument:{found.id}",
        "version": found.version,
        "name": found.id,
        "title": title_in(found, (*languages, "en")),
        "status": "draft" if found.draft else "active",
        "copyright": rights(found),
    }
    if languages:
        made["language"] = languages[0]
    lead = _text(found.lead, languages, "text")
    intro = [{"linkId": f"{found.id}_lead", **lead, "type": "display"}] if lead else []
    items = [_item(found, item, languages, release) for item in found.items]
    scores = [_score(found, scale) for scale in found.scales if scale.method == "sum"]
    return {**made, "item": [*intro, *items, *scores]}


def _text(texts: Mapping[str, str], languages: Sequence[str], key: str) -> dict[str, Any]:
    """A text in the first language with the others beside it, as FHIR's translation extension."""
    present = [language for language in languages if language in texts]
    if not present:
        return {}
    made: dict[str, Any] = {key: texts[present[0]]}
    others = [_translation(language, texts[language]) for language in present[1:]]
    return {**made, f"_{key}": {"extension": others}} if others else made


def _translation(language: str, text: str) -> dict[str, Any]:
    parts = [{"url": "lang", "valueCode": language}, {"url": "content", "valueString": text}]
    return {"extension": parts, "url": f"{STRUCTURE}translation"}


def _item(found: Instrument, item: Item, languages: Sequence[str], release: Release) -> dict[str, Any]:
    made = {"linkId": item.id, **_text(item.text, languages, "text")}
    reasons = [
        {"system": NON_ANSWER, "code": str(code), "display": reason}
        for code, reason in item.responses.non_answers.items()
    ]
    if not item.responses.codes:
        ends = (("minValue", item.responses.low), ("maxValue", item.responses.high))
        extension: list[dict[str, Any]] = [{"url": f"{STRUCTURE}{name}", "valueDecimal": end} for name, end in ends]
        # A decimal has no options beside its number: what isn't an answer stands in an extension of our own.
        extension += [{"url": NON_ANSWER, "valueCoding": each} for each in reasons]
        return {"extension": extension, **made, "type": "decimal"}
    options = [_option(found, item, code, languages, release) for code in item.responses.codes]
    options += [{"valueCoding": each} for each in reasons]
    return {**made, "type": CHOICE[release], "answerOption": options}


def _option(found: Instrument, item: Item, code: int, languages: Sequence[str], release: Release) -> dict[str, Any]:
    label = _text(item.responses.labels[code], languages, "display")
    weight = {"url": WEIGHT[release], "valueDecimal": points(found, item, code)}
    return {"extension": [weight], "valueCoding": {"code": str(code), **label}}


def _score(found: Instrument, scale: Scale) -> dict[str, Any]:
    """A sum once every item is answered; non-answers are left out first, and so leave the score empty."""
    wanted = " or ".join(f"linkId='{name}'" for name in scale.items)
    answers = f"%resource.item.where({wanted}).answer.value"
    if found.item(scale.items[0]).responses.codes:
        answers += f".where(system.empty() or system != '{NON_ANSWER}').weight()"
    expression = f"iif({answers}.count() = {len(scale.items)}, {answers}.sum(), {{}})"
    calculated = {"language": "text/fhirpath", "expression": expression}
    extension = [{"url": CALCULATED, "valueExpression": calculated}]
    return {"extension": extension, "linkId": f"score_{scale.id}", "type": "decimal", "readOnly": True}
