"""`samklang exclusion`: what support spares per person, by payer and to society, from paths and unit costs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from samklang.cli.files import as_json, read_text, write_result
from samklang.methods.kernel import facts
from samklang.methods.kernel.findings import UnreadableInput, errors
from samklang.methods.kernel.yaml_text import read_yaml
from samklang.methods.value.exclusion.calculator import Calculator, calculator
from samklang.methods.value.exclusion.own_costs import read_own_costs
from samklang.methods.value.exclusion.report import ExclusionReport, Question, exclusion_report, exclusion_row
from samklang.methods.value.exclusion.report_text import exclusion_text
from samklang.methods.value.exclusion.sentence import exclusion_sentence
from samklang.methods.value.exclusion.unit_costs import UnitCost, at_prices, unit_cost
from samklang.methods.value.prices import PriceIndex, price_index
from samklang.methods.value.sentence_words import WORDS

LONGEST_HORIZON = 60
MOST_PEOPLE = 10**9


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "exclusion",
        help="cost of exclusion: a person's path per year and payer, and what support spares",
        description="Prices two paths, without support and with it. Our calculators are made-up examples: give your "
        "own unit costs with --costs (YAML unit-costs/1 or CSV), and your own paths as a file.",
        epilog="example: samklang exclusion exempel-uvas --costs our-costs.csv --horizon 1,5,20 --rate 0.035",
    )
    known = ", ".join(facts.names("calculators"))
    parser.add_argument("calculator", metavar="CALCULATOR", help=f"one of ours ({known}) or a file of paths (.yaml)")
    parser.add_argument("--costs", metavar="FILE", help="your own unit costs, .yaml or .csv, in place of ours by id")
    parser.add_argument("--horizon", type=_horizons, default=(1, 5, 20), metavar="YEARS", help="such as 1,5,20")
    parser.add_argument("--rate", type=_rate, default=Fraction(35, 1000), metavar="R", help="discount rate (0.035)")
    parser.add_argument(
        "--timing", choices=["end", "start"], default="end", help="discounted at the year's end or start"
    )
    parser.add_argument("--people", type=_people, default=1, metavar="N", help="how many are helped (1)")
    parser.add_argument(
        "--further-cost", type=_amount, metavar="KR", help="what support costs in all beside the path"
    )
    parser.add_argument(
        "--price-year", type=int, metavar="YEAR", help="restate every unit cost at this year's prices"
    )
    parser.add_argument("--index", default="se-kpi", metavar="INDEX", help="price index to restate by (se-kpi)")
    parser.add_argument(
        "--lang", "--language", choices=sorted(WORDS), default="sv", help="language of sentences and numbers (sv)"
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--out", metavar="FILE", help="write the result there instead")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, judge, reckon and print."""
    chosen = _calculator(options.calculator)
    ours = {name: _ours(name) for name in chosen.unit_costs if name in facts.names("unit_values")}
    own = read_own_costs(read_text(options.costs), options.costs, ours) if options.costs else {}
    ours = {name: cost for name, cost in ours.items() if name not in own}
    if options.price_year is not None:
        index = _index(options.index)
        chosen = replace(chosen, price_year=options.price_year)
        ours, own = _restated(ours, options.price_year, index), _restated(own, options.price_year, index)
    question = Question(options.horizon, ((1, options.rate),), options.timing, options.people, options.further_cost)
    answer = exclusion_report(chosen, ours, own, question)
    write_result(_told(answer, options), options.out)
    for finding in errors(answer.findings):
        print(f"{options.calculator}, {finding.where}: {finding.code} {finding.text}", file=sys.stderr)
    return 1 if answer.refused else 0


def _told(answer: ExclusionReport, options: argparse.Namespace) -> str:
    if not options.json:
        return exclusion_text(answer, options.lang)
    sentences = {language: exclusion_sentence(answer, language) for language in WORDS}
    return as_json({**exclusion_row(answer), "sentences": sentences, "pinned": _pinned(answer)})


def _pinned(answer: ExclusionReport) -> dict[str, str]:
    """The facts used with the hashes of their files, so that a report can be made again from the same ones."""
    used = {"calculators": [answer.calculator.id]}
    used["unit_values"] = [cost.id for cost in answer.unit_costs if cost.status != "own"]
    known = [(kind, name) for kind, names in used.items() for name in names if name in facts.names(kind)]
    return {f"{kind}/{name}": facts.fact_hash(kind, name) for kind, name in known}


def _calculator(name: str) -> Calculator:
    if not name.endswith((".yaml", ".yml")):
        try:
            return calculator(name, facts.load("calculators", name))
        except facts.UnknownFact:
            known = ", ".join(facts.names("calculators"))
            raise UnreadableInput([f"{name}: no such calculator; known: {known}, or give a .yaml file"]) from None
    raw = read_yaml(read_text(name), name)
    problems = facts.check("calculators", raw, name)
    if problems:
        raise UnreadableInput(problems)
    return calculator(name, raw)


def _ours(name: str) -> UnitCost:
    return unit_cost(name, facts.load("unit_values", name), date.today().isoformat())


def _index(name: str) -> PriceIndex:
    try:
        return price_index(name, facts.load("indices", name))
    except facts.UnknownFact:
        raise UnreadableInput([f"--index {name}: there is no such index"]) from None


def _restated(costs: Mapping[str, UnitCost], year: int, index: PriceIndex) -> dict[str, UnitCost]:
    return {name: at_prices(cost, year, index) for name, cost in costs.items()}


def _horizons(text: str) -> tuple[int, ...]:
    parts = text.split(",")
    if not all(part.isdecimal() and 1 <= int(part) <= LONGEST_HORIZON for part in parts):
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of whole years from 1 to {LONGEST_HORIZON}")
    return tuple(sorted({int(part) for part in parts}))


def _rate(text: str) -> Fraction:
    number = _number(text)
    if not 0 <= number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a share below 1 (write 0.035 for 3.5 %)")
    return number


def _people(text: str) -> int:
    if not text.isdecimal() or len(text) > 20 or not 1 <= int(text) <= MOST_PEOPLE:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {MOST_PEOPLE} (write 40)")
    return int(text)


def _amount(text: str) -> Fraction:
    number = _number(text)
    if not 0 <= number <= 10**15:
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount of 0 or more")
    return number


def _number(text: str) -> Fraction:
    if not text.replace(".", "", 1).isdecimal() or len(text) > 20:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number written as 0.035 or 250000")
    return Fraction(text)
