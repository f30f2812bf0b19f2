"""`samklang audit`: what can be proved about anyone from everything published about a wave."""

from __future__ import annotations

import argparse
from typing import Any

from samklang.cli.files import as_json, read_json, write_result
from samklang.methods.disclosure.atoms import Question
from samklang.methods.disclosure.audit_reader import read_audit_input
from samklang.methods.disclosure.auditor import AuditResult, audit
from samklang.methods.disclosure.brute_force import PRIOR, worst_posterior
from samklang.methods.disclosure.buckets import bucket
from samklang.methods.disclosure.plan import Plan
from samklang.methods.kernel.findings import UnreadableInput, naming

MOST_PEOPLE = 12  # more would take minutes
MOST_BELIEF = 0.95


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "audit",
        help="what can be proved about anyone from everything published",
        description="The exact bounds auditor. Exit 0: nothing; 1: something is disclosed; 2: unreadable file. "
        "--try-all instead lets someone who knows the rule see all that so few people could have answered.",
        epilog="examples: samklang audit release.json --json · samklang audit --try-all 8",
    )
    parser.add_argument("file", metavar="FILE.json", nargs="?")
    parser.add_argument("--try-all", type=int, metavar="N", help="the rule on every answer of N people, 8 to 12")
    parser.add_argument("--coalition", type=int, default=1, metavar="C", help="insiders, with --try-all (1)")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--out", metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Audit one file, or the rule itself."""
    if (options.file is None) == (options.try_all is None):
        raise UnreadableInput(["give either a file to audit, or --try-all N"])
    if options.try_all is not None:
        return _try_all(options)
    data = read_json(options.file)
    with naming(options.file):
        material = read_audit_input(data)
    found = audit(material)
    write_result(as_json(_plain(found)) if options.json else _text(found), options.out)
    return 0 if found.safe else 1


def _try_all(options: argparse.Namespace) -> int:
    """Two answers, one of them sensitive: the worst that can be believed of anyone."""
    if not 8 <= options.try_all <= MOST_PEOPLE or not 1 <= options.coalition <= 2:
        raise UnreadableInput([f"--try-all takes 8 to {MOST_PEOPLE} people, --coalition 1 or 2"])
    width = Plan(max(8, 2 * (options.coalition + 2)), options.coalition).width
    asked = Question(("low", "fine"), frozenset({"low"}))
    found = worst_posterior(
        lambda answers: bucket(answers.count("low"), len(answers), width, top_coded=True),
        asked,
        options.try_all,
        options.coalition,
    )
    told = {"people": options.try_all, "coalition": options.coalition, "prior": PRIOR, "worst_posterior": found.share}
    text = (
        f"of {options.try_all} people, the most that anyone can believe of somebody else is {found.share:.3f}, "
        f"from {PRIOR:.2f} before; {MOST_BELIEF:.2f} is too much\n"
    )
    write_result(as_json(told) if options.json else text, options.out)
    return 0 if found.share <= MOST_BELIEF else 1


def _plain(found: AuditResult) -> dict[str, Any]:
    violations = [
        {"kind": one.kind, "question": one.question, "where": one.where, "text": one.text} for one in found.violations
    ]
    return {"safe": found.safe, "margin": found.margin, "violations": violations}


def _text(found: AuditResult) -> str:
    if found.margin is None and found.safe:
        return "safe: nothing was told of anyone\n"
    if found.safe:
        return f"safe: nothing can be proved about anyone; at least {found.margin} people stay undetermined\n"
    return "".join(f"{one.kind}: {one.question}, {one.where}: {one.text}\n" for one in found.violations)
