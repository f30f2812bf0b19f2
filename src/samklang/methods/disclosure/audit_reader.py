"""Reading an audit input. What isn't understood is refused: a key or a name passed over could call a leak safe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from samklang.methods.disclosure.atoms import AuditInput, Question, Statement
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.kernel.node import Node, kind_of, number_of

KEYS = ("coalition", "questions", "people", "answers", "statements")


def read_audit_input(data: object) -> AuditInput:
    """Read an audit input from plain data. Raises UnreadableInput with every problem, each with its place."""
    if not isinstance(data, Mapping):
        raise UnreadableInput(["the top: must be an object with " + ", ".join(KEYS)])
    top = Node(data, "", [])
    coalition = top.whole("coalition", required=True, default=0)
    material = AuditInput(coalition or 0, _questions(top), _people(top), _answers(top), _statements(top))
    _read_past(top)
    if not top.problems:
        top.problems += _problems(material)
    if top.problems:
        raise UnreadableInput(top.problems)
    return material


def _read_past(top: Node) -> None:
    """The parts that bear on no bound: the plan, and what pages compute from the statements."""
    plan = top.child("plan")
    if plan is not None:
        for key in ("k", "coalition", "width"):
            plan.whole(key)
        plan.done()
    top.get("derived")
    top.done()


def _questions(top: Node) -> dict[str, Question]:
    found = {}
    for name, node in _named(top, "questions"):
        values, sensitive = _values(node, "values"), _values(node, "sensitive")
        for value in sorted({value for value in values if values.count(value) > 1}):
            node.problem("values", f"{value} stands there twice")
        node.done()
        found[name] = Question(tuple(values), frozenset(sensitive))
    return found


def _people(top: Node) -> dict[str, frozenset[str]]:
    people = _open(top, "people")
    return {name: frozenset(_values(people, name)) for name in people.raw}


def _answers(top: Node) -> dict[str, dict[str, str]]:
    return {name: {person: _value(node, person) for person in node.raw} for name, node in _named(top, "answers")}


def _statements(top: Node) -> tuple[Statement, ...]:
    return tuple(_statement(node) for node in top.children("statements", required=True))


def _statement(node: Node) -> Statement:
    read = Statement(
        _value(node, "q"),
        _value(node, "set"),
        _coefficients(node),
        node.number("lo", required=True, default=0.0) or 0.0,
        node.number("hi", required=True, default=0.0) or 0.0,
        node.flag("suppressed", default=False),
    )
    node.done()
    return read


def _coefficients(node: Node) -> dict[str, float]:
    """Value → weight, from a list of pairs."""
    found: dict[str, float] = {}
    for value, weight in _pairs(node):
        if value in found:
            node.problem("coef", f"{value} stands there twice; add its weights up")
        found[value] = weight
    return found


def _pairs(node: Node) -> Iterator[tuple[str, float]]:
    for place, pair in enumerate(_list(node, "coef")):
        match pair:
            case [value, weight] if _text(value) is not None and (number := number_of(weight)) is not None:
                yield str(value), float(number)
            case _:
                node.problem(f"coef[{place}]", f'must be a value and its number, as ["1", 1], not {kind_of(pair)}')


def _open(top: Node, key: str) -> Node:
    """An object whose keys are names of the file's own; empty when it is missing."""
    return top.child(key, required=True) or Node({}, key, top.problems)


def _named(top: Node, key: str) -> Iterator[tuple[str, Node]]:
    """The objects inside such an object."""
    inside = _open(top, key)
    for name in inside.raw:
        node = inside.child(name, required=True)
        if node is not None:
            yield name, node


def _values(node: Node, key: str) -> list[str]:
    """A list of words; numbers are read as they stand."""
    words = [_text(item) for item in _list(node, key)]
    if None in words:
        node.problem(f"{key}[{words.index(None)}]", "must be a word or a number")
    return [word for word in words if word is not None]


def _list(node: Node, key: str) -> Sequence[object]:
    value = node.get(key, required=True)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return value
    if value is not None:
        node.problem(key, f"must be a list, not {kind_of(value)}")
    return ()


def _value(node: Node, key: str) -> str:
    value = node.get(key, required=True)
    word = _text(value)
    if word is None and value is not None:
        node.problem(key, f"must be a word or a number, not {kind_of(value)}")
    return word or ""


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _problems(material: AuditInput) -> Iterator[str]:
    """What a well-shaped input gets wrong: unknown questions, values and people, missing answers."""
    if material.coalition < 0:
        yield f"coalition: is {material.coalition}; it must be 0 (an outsider) or more"
    for name, question in material.questions.items():
        yield from _question_problems(name, question, material)
    for name in material.answers:
        if name not in material.questions:
            yield f"answers.{name}: there is no question {name}"
    for index, statement in enumerate(material.statements):
        for problem in _statement_problems(statement, material.questions):
            yield f"statements[{index}]{problem}"


def _question_problems(name: str, question: Question, material: AuditInput) -> Iterator[str]:
    strange = sorted(question.sensitive - set(question.values))
    if strange:
        yield f"questions.{name}.sensitive: {', '.join(strange)} are not among its values"
    given = material.answers.get(name, {})
    silent, strangers = sorted(set(material.people) - set(given)), sorted(set(given) - set(material.people))
    if silent:
        yield f"answers.{name}: {len(silent)} people have no value, first {silent[0]}; a skip is a value"
    if strangers:
        yield f"answers.{name}: {len(strangers)} are not among people, first {strangers[0]}"
    odd = sorted(set(given.values()) - set(question.values))
    if odd:
        yield f"answers.{name}: {', '.join(odd)} are not among the question's values"


def _statement_problems(statement: Statement, questions: Mapping[str, Question]) -> Iterator[str]:
    if statement.question not in questions:
        yield f".q: there is no question {statement.question}"
        return
    odd = sorted(set(statement.coef) - set(questions[statement.question].values))
    if odd:
        yield f".coef: {', '.join(odd)} are not among the question's values"
    if statement.lo > statement.hi:
        yield f": lo {statement.lo:g} is above hi {statement.hi:g}"
