"""`samklang audit`: what can be proved about anyone from everything published about a wave."""

from __future__ import annotations

import argparse
from typing import Any

from samklang.cli.files import as_json, read_json, write_result
from samklang.methods.disclosure.audit_input import read_audit_input
from samklang.methods.disclosure.auditor import AuditResult, audit
from samklang.methods.kernel.findings import naming


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "audit",
        help="what can be proved about anyone from everything published",
        description="The exact bounds auditor. Exit 0: nothing; 1: something is disclosed; 2: unreadable file.",
        epilog="example: samklang audit release.json --json",
    )
    parser.add_argument("file", metavar="FILE.json")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--out", metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Audit one file."""
    data = read_json(options.file)
    with naming(options.file):
        material = read_audit_input(data)
    found = audit(material)
    write_result(as_json(_plain(found)) if options.json else _text(found), options.out)
    return 0 if found.safe else 1


def _plain(found: AuditResult) -> dict[str, Any]:
    violations = [
        {"kind": one.kind, "question": one.question, "where": one.where, "text": one.text} for one in found.violations
    ]
    return {"safe": found.safe, "margin": found.margin, "violations": violations}


def _text(found: AuditResult) -> str:
    if found.safe:
        return f"safe: nothing can be proved about anyone; at least {found.margin} people stay undetermined\n"
    return "".join(f"{one.kind}: {one.question}, {one.where}: {one.text}\n" for one in found.violations)
