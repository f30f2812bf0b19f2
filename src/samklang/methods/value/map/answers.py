"""The share due to others, from what participants answered about *our* share: turned once, here."""

from __future__ import annotations

from fractions import Fraction

from samklang.methods.kernel.node import kind_of, number_of
from samklang.methods.measurement.questionnaire import question
from samklang.methods.value.map.node import Node
from samklang.methods.value.map.quantity import Quantity, exactly
from samklang.methods.value.valuation.attribution import Steps, due_to_others

QUESTION = "attr_03"


def our_share_steps() -> Steps:
    """How each answer of our own question reads: code → (low, high) share due to us."""
    windows = {option.code: option.share_window for option in question(QUESTION).options}
    return {code: (exactly(window[0]), exactly(window[1])) for code, window in windows.items() if window}


def read_answers(node: Node) -> Quantity:
    """`our_share_answers`: how many gave each answer, as {1: 3, 5: 12}. Problems are left in the node."""
    steps = our_share_steps()
    child = node.child("our_share_answers", required=True)
    if child is None:
        return Quantity(Fraction(0))
    given: dict[int, int] = {}
    for step, raw in child.raw.items():
        count = number_of(raw)
        if not isinstance(step, int) or step not in steps:
            child.problem(str(step), f"is no answer; known: {', '.join(map(str, sorted(steps)))}")
        elif count is None or count.denominator != 1 or count < 0:
            child.problem(str(step), f"must be a whole number of people, not {kind_of(raw)}")
        else:
            given[step] = int(count)
    if not any(given.values()):
        node.problem("our_share_answers", "has no answers")
        return Quantity(Fraction(0))
    return due_to_others([step for step, count in sorted(given.items()) for _ in range(count)], steps).quantity("")
