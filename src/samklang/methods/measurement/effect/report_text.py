"""A study as text for people: the sentences first, then what stands beside them, then what the data carry.

Headings and names are in the first language asked for, the sentences in each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samklang.methods.kernel.findings import Finding
from samklang.methods.measurement.effect.counterfactual import Counterfactual
from samklang.methods.measurement.effect.indicator import Language
from samklang.methods.measurement.effect.plan import Plan
from samklang.methods.measurement.effect.report import doubts_about, readings
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.sentences.figures import count, figures
from samklang.methods.measurement.effect.sentences.texts import texts_in
from samklang.methods.measurement.effect.sentences.write import assumptions, caveats, design_name
from samklang.methods.measurement.effect.study import Study
from samklang.methods.measurement.effect.support import Supported

# Every comparison's own sentence says it, in other words.
IN_EVERY_SENTENCE = "chose_to_join"


def study_text(study: Study, languages: Sequence[Language]) -> str:
    """What a person reads in a terminal. Raises UnknownLanguage."""
    return "\n".join(_lines(study, languages)) + "\n"


def _lines(study: Study, languages: Sequence[Language]) -> Iterator[str]:
    language, words = languages[0], texts_in(languages[0]).report
    if study.plan.title:
        yield study.plan.title
    if study.plan.counterfactual.declared:
        yield f"{words['counterfactual']}: {_counterfactual(study.plan.counterfactual, language)}"
    for result in study.results:
        yield from _result_lines(study, result, languages)
        yield from _said_with(result, languages)
    if study.further:
        yield f"\n{words['beside']}"
        for result in study.further:
            yield from _result_lines(study, result, languages)
    if study.supported:
        yield f"\n{words['carried']}"
        yield from (_carried(each, study.plan, language) for each in study.supported)
    told = {each for result in study.results for each in doubts_about(study, result)}
    for finding in study.findings:
        if finding not in told:
            yield f"\n{_told(finding)}"


def _told(finding: Finding) -> str:
    return f"{finding.code} {finding.severity}, {finding.where}: {finding.text}"


def _counterfactual(declared: Counterfactual, language: Language) -> str:
    kind = texts_in(language).report[f"kind.{declared.kind}"]
    said = f"{kind}, {declared.text}" if declared.text else kind
    who = ", ".join(word for word in (declared.by, declared.when) if word)
    return f"{said} ({who})" if who else said


def _result_lines(study: Study, result: ChangeResult, languages: Sequence[Language]) -> Iterator[str]:
    language, words = languages[0], texts_in(languages[0]).report
    level = f"{result.level.code} {words[result.level.code]}"
    name = result.indicator.name(language)
    name_of_design = design_name(result.design, result.labels, language, result.names.get("column", ""))
    yield f"\n{name}: {name_of_design}, {level}; {_people(result, language)}"
    yield from (f"  {_told(finding)}" for finding in doubts_about(study, result))
    yield from (f"  {each}  {result.sentence(each)}" for each in languages)
    yield from (f"  {each}  {text}" for each, text in readings(result, languages))


def _said_with(result: ChangeResult, languages: Sequence[Language]) -> Iterator[str]:
    """What must be known with a result and what it takes for granted, but for what its sentence says already."""
    for language in languages:
        sentence = result.sentence(language).lower()
        told = zip(result.caveats, caveats(result, language), strict=True)
        texts = [text for code, text in told if code != IN_EVERY_SENTENCE]
        for text in (*texts, *assumptions(result, language)):
            if text.lower().rstrip(".") not in sentence:
                yield f"  {language}  - {text}"


def _people(result: ChangeResult, language: Language) -> str:
    text = texts_in(language).report["judges" if result.design == "shadow_control" else "people"]
    counts = {"used": result.n_used, "started": result.n_started, "asked": result.n_asked}
    return text.format(**{name: count(number, language) for name, number in counts.items()})


def _carried(each: Supported, plan: Plan, language: Language) -> str:
    answer = texts_in(language).report["yes" if each.ok else "no"].ljust(3)
    name = next(indicator.name(language) for indicator in plan.indicators if indicator.id == each.indicator)
    design = design_name(each.design, plan.labels, language, each.column)
    return f"  {answer}  {name}: {design} [{each.design}] ({_why(each, language)})"


def _why(each: Supported, language: Language) -> str:
    if not each.ok:
        return "; ".join(reason.said(language) for reason in each.why)
    told = f"{each.level.code}, n = {count(each.n_by_cell.get('used', 0), language)}"
    if each.mde is None:
        return told
    smallest = figures(float(f"{each.mde:.2g}"), language)
    return f"{told}, {texts_in(language).report['sees'].format(mde=smallest)}"
