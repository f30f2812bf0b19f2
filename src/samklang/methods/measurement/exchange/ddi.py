"""A codebook as DDI-Codebook 2.5 XML, the form that archives such as SND read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

NAMESPACE = "ddi:codebook:2_5"
LANGUAGE = "xml:lang"


def to_ddi(book: Mapping[str, Any]) -> str:
    """The XML of a codebook (see ``codebook``): every variable with question, codes, missing codes and derivation."""
    root = Element("codeBook", {"xmlns": NAMESPACE, "version": "2.5"})
    citation = SubElement(SubElement(root, "stdyDscr"), "citation")
    titles = SubElement(citation, "titlStmt")
    name, _, version = str(book["instrument"]).partition("@")
    first, *others = book["title"].items()
    SubElement(titles, "titl", {LANGUAGE: first[0]}).text = first[1]
    for language, text in others:
        SubElement(titles, "parTitl", {LANGUAGE: language}).text = text
    SubElement(titles, "IDNo").text = name
    SubElement(SubElement(citation, "prodStmt"), "copyright").text = book["rights"]
    SubElement(SubElement(citation, "verStmt"), "version").text = version
    described = SubElement(root, "dataDscr")
    for each in book["variables"]:
        variable = SubElement(described, "var", {"ID": each["variable"], "name": each["variable"]})
        if each["kind"] == "asked":
            _asked(variable, each, book["lead"])
        else:
            _derived(variable, each)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _asked(variable: Element, each: Mapping[str, Any], lead: Mapping[str, str]) -> None:
    if each["question"]:
        question = SubElement(variable, "qstn")
        for language, text in lead.items():
            SubElement(question, "preQTxt", {LANGUAGE: language}).text = text
        for language, text in each["question"].items():
            SubElement(question, "qstnLit", {LANGUAGE: language}).text = text
    low, high = each["range"]
    SubElement(SubElement(variable, "valrng"), "range", {"min": f"{low:g}", "max": f"{high:g}"})
    SubElement(variable, "universe").text = f"From {each['universe']['ages_from']} years"
    for one in each["codes"]:
        _category(variable, str(one["code"]), one["label"])
    for one in each["missing"]:
        _category(variable, str(one["code"]), {"en": one["reason"].replace("_", " ")}, missing="Y")
    SubElement(variable, "concept").text = each["concept"]


def _derived(variable: Element, each: Mapping[str, Any]) -> None:
    if each["range"]:
        SubElement(
            SubElement(variable, "valrng"), "range", {"min": f"{each['range'][0]:g}", "max": f"{each['range'][1]:g}"}
        )
    for one in each["codes"]:
        _category(variable, one["code"], {})
    turned = f", reversed: {' '.join(each['reversed'])}" if each["reversed"] else ""
    needed = f", answers needed: {each['answers_needed']}" if each["answers_needed"] else ""
    SubElement(
        SubElement(variable, "derivation"), "drvdesc"
    ).text = f"{each['method']} of {' '.join(each['from'])}{turned}{needed}"


def _category(variable: Element, code: str, labels: Mapping[str, str], missing: str = "N") -> None:
    category = SubElement(variable, "catgry", {"missing": missing})
    SubElement(category, "catValu").text = code
    for language, text in labels.items():
        SubElement(category, "labl", {LANGUAGE: language}).text = text
