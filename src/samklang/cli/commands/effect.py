"""`samklang effect`: what a plan's data can carry, what changed, how sure it is and how it may be said."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from samklang.cli.files import as_json, read_text, write_result
from samklang.methods.measurement.effect.frame_reader import read_frame
from samklang.methods.measurement.effect.indicator import LANGUAGES
from samklang.methods.measurement.effect.plan_reader import read_plan_text
from samklang.methods.measurement.effect.report import study_row
from samklang.methods.measurement.effect.report_text import study_text
from samklang.methods.measurement.effect.study import study

MANY_LETTERS = 2_000_000  # about two seconds of reading


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "effect",
        help="designs the data support, estimates, evidence level, sentence",
        description="Holds an effect plan (effect-plan/1) against its data. Without a counterfactual the answer "
        "is a change and never an effect. An error finding (EE…) gives no results and exit code 1.",
        epilog="example: samklang effect husby.yaml --lang sv --json --out husby.json",
    )
    parser.add_argument("plan", metavar="PLAN.yaml", help="the effect plan; it names its data file")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--out", metavar="FILE", help="write the result there instead")
    parser.add_argument(
        "--lang",
        "--language",
        choices=LANGUAGES,
        action="append",
        help="instead of the plan's languages (repeatable); headings are in the first",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, judge, estimate and print."""
    plan = read_plan_text(read_text(options.plan), options.plan)
    data = str(Path(options.plan).parent / plan.data)
    answers = read_text(data)
    if len(answers) >= MANY_LETTERS:
        print(f"Reading {data} …", file=sys.stderr)
    frame, findings = read_frame(answers, data, plan)
    answer = study(plan, frame, findings)
    languages = tuple(dict.fromkeys(options.lang or plan.languages))
    text = as_json(study_row(answer, languages)) if options.json else study_text(answer, languages)
    write_result(text, options.out)
    return 1 if answer.refused else 0
