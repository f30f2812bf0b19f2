"""A codebook as DDI-Codebook 2.5 XML, the form that archives such as SND read.

It describes the file that `samklang score` and `samklang export data` write: answers, scores, statuses and bands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from samklang.methods.measurement.exchange.shareable import stand_in

NAMESPACE = "ddi:codebook:2_5"
LANGUAGE = "xml:lang"
STATUSES = {
    "scored": "enough answers, all of them known codes",
    "insufficient": "too few answers for a score",
    "invalid": "an answer is outside its codes, so no score is given",
}


def to_ddi(book: Mapping[str, Any]) -> str:
    """The XML of a codebook (see ``codebook``): every variable with question, codes, missing codes and derivation."""
    root = Element("codeBook", {"xmlns": NAMESPACE, "version": "2.5"})
    _study(SubElement(root, "stdyDscr"), book)
    described = SubElement(root, "dataDscr")
    for each in book["variables"]:
        variable = _variable(described, each["variable"])
        if each["kind"] == "asked":
            _asked(variable, each, book["lead"])
        else:
            _derived(variable, each, book["title"])
            _beside(described, each, book["title"])
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _study(study: Element, book: Mapping[str, Any]) -> None:
    """The instrument as what is studied: its titles, rights, version and construct, and what in it is a draft."""
    citation = SubElement(study, "citation")
    titles = SubElement(citation, "titlStmt")
    name, _, version = str(book["instrument"]).partition("@")
    first, *others = book["title"].items()
    SubElement(titles, "titl", {LANGUAGE: first[0]}).text = first[1]
    for language, text in others:
        SubElement(titles, "parTitl", {LANGUAGE: language}).text = text
    SubElement(titles, "IDNo").text = name
    SubElement(SubElement(citation, "prodStmt"), "copyright").text = book["rights"]
    SubElement(SubElement(citation, "verStmt"), "version").text = version
    subject = SubElement(SubElement(study, "stdyInfo"), "subject")
    for concept in _concepts(book):
        SubElement(subject, "keyword").text = concept
    for part in book["draft"]:
        SubElement(study, "notes").text = f"Draft, not held against its source: {part}"


def _concepts(book: Mapping[str, Any]) -> Iterator[str]:
    yield from dict.fromkeys(each["concept"] for each in book["variables"] if each["kind"] == "asked")


def _variable(described: Element, name: str) -> Element:
    return SubElement(described, "var", {"ID": name, "name": name})


def _asked(variable: Element, each: Mapping[str, Any], lead: Mapping[str, str]) -> None:
    _labels(variable, each["question"] or {"en": stand_in(each["variable"])})
    if each["question"]:
        question = SubElement(variable, "qstn")
        for language, text in lead.items():
            SubElement(question, "preQTxt", {LANGUAGE: language}).text = text
        for language, text in each["question"].items():
            SubElement(question, "qstnLit", {LANGUAGE: language}).text = text
    _range(variable, each["range"])
    if each["missing"]:
        outside = SubElement(variable, "invalrng")
        for one in each["missing"]:
            SubElement(outside, "item", {"VALUE": str(one["code"])})
    SubElement(variable, "universe").text = f"From {each['universe']['ages_from']} years"
    for one in each["codes"]:
        _category(variable, str(one["code"]), one["label"])
    for one in each["missing"]:
        _category(variable, str(one["code"]), {"en": one["reason"].replace("_", " ")}, missing="Y")
    SubElement(variable, "concept").text = each["concept"]
    _format(variable, "numeric")


def _derived(variable: Element, each: Mapping[str, Any], titles: Mapping[str, str]) -> None:
    _labels(variable, _about(titles, each["variable"]))
    if each["range"]:
        _range(variable, each["range"])
    for one in each["codes"]:
        _category(variable, one["code"], {})
    turned = f", reversed: {' '.join(each['reversed'])}" if each["reversed"] else ""
    needed = f", answers needed: {each['answers_needed']}" if each["answers_needed"] else ""
    _rule(variable, f"{each['method']} of {' '.join(each['from'])}{turned}{needed}")
    _format(variable, "character" if each["codes"] else "numeric")


def _beside(described: Element, each: Mapping[str, Any], titles: Mapping[str, str]) -> None:
    """The columns beside a score: answers used, status and band."""
    name = each["variable"]
    used = _variable(described, f"{name}__n_valid")
    _labels(used, _about(titles, f"{name}, answers used"))
    _rule(used, f"answers used in {' '.join(each['from'])}")
    _format(used, "numeric")
    status = _variable(described, f"{name}__status")
    _labels(status, _about(titles, f"{name}, status"))
    for code, text in STATUSES.items():
        _category(status, code, {"en": text})
    _format(status, "character")
    band = _variable(described, f"{name}__band")
    _labels(band, _about(titles, f"{name}, band"))
    bands = {one["code"]: one["label"] for one in each["bands"]}
    for code, labels in bands.items():
        _category(band, code, labels)
    if bands:
        _rule(band, "; ".join(_begins(one) for one in each["bands"]))
    _format(band, "character")


def _begins(one: Mapping[str, Any]) -> str:
    youngest, oldest = one["ages"]
    until = "any age" if oldest is None else f"{oldest:g} years"
    return f"{one['code']} from {one['begins']:g}{f' at {youngest:g} to {until}' if youngest or oldest else ''}"


def _about(titles: Mapping[str, str], what: str) -> dict[str, str]:
    return {language: f"{title}: {what}" for language, title in titles.items()}


def _labels(parent: Element, texts: Mapping[str, str]) -> None:
    for language, text in texts.items():
        SubElement(parent, "labl", {LANGUAGE: language}).text = text


def _range(variable: Element, ends: tuple[float, float]) -> None:
    low, high = ends
    SubElement(SubElement(variable, "valrng"), "range", {"min": f"{low:g}", "max": f"{high:g}"})


def _rule(variable: Element, text: str) -> None:
    SubElement(SubElement(variable, "derivation"), "drvdesc").text = text


def _format(variable: Element, kind: str) -> None:
    SubElement(variable, "varFormat", {"type": kind})


def _category(variable: Element, code: str, labels: Mapping[str, str], missing: str = "N") -> None:
    category = SubElement(variable, "catgry", {"missing": missing})
    SubElement(category, "catValu").text = code
    _labels(category, labels)
