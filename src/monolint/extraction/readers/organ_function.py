"""Renal and hepatic impairment and old age: adjust the dose, or not, or do not use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from monolint.domain.claim import Facet, Kind, Scope, Stance, Strength
from monolint.extraction.answers import answered_stance
from monolint.extraction.dosing import is_dosing
from monolint.extraction.grades import find_grades
from monolint.extraction.quantities import find_amounts
from monolint.extraction.reader import reader
from monolint.extraction.readers.doses import is_dose
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import Advice, find_advice, overall, strength
from monolint.extraction.statements import Draft, Lore, Statement
from monolint.extraction.topics import Topic, find_topics, impaired_organs

_KINDS = {Topic.RENAL: Kind.RENAL, Topic.HEPATIC: Kind.HEPATIC, Topic.ELDERLY: Kind.ELDERLY}
_FACETS = {Topic.RENAL: Facet.RENAL, Topic.HEPATIC: Facet.HEPATIC}
_SECTIONS = {"renal": Topic.RENAL, "hepatic": Topic.HEPATIC, "geriatric": Topic.ELDERLY}
_ABOUT_OTHERS = frozenset({"undesirable_effect", "mechanism", "pharmacokinetics", "indication", "overdose"})
_ADVISED = frozenset(
    set(Stance) - {Stance.HAZARD, Stance.UNKNOWN, Stance.ADVISED, Stance.SAFE, Stance.MAY_USE}
)
_TRIGGERED = re.compile(
    r"\b(?:adverse\s+(?:events?|reactions?|effects?)|toxicit\w+|side\s+effects?|if\s+liver\s+enzymes?|enzyme\s+levels?)\b",
    re.IGNORECASE,
)
_OF_PATIENTS = re.compile(
    r"\b(?:patients?|people|individuals?|those|elderly|adults?|impair\w*|insufficien\w*|disease|dysfunction)\b",
    re.IGNORECASE,
)
_BY_ORGAN = re.compile(
    r"\b(?:based\s+on|according\s+to|depending\s+on)\s+(?:\w+\s+){0,3}(?:organ|renal|kidney|hepatic|liver)\b",
    re.IGNORECASE,
)
_UNLESS = re.compile(r"\b(?:unless|except)\b", re.IGNORECASE)
_RUN_IN = re.compile(r"(?:^|(?<=[.;])\s)(?=[A-Z][^.:;]{2,70}:\s)")


@reader()
def read_organ_function(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of renal, hepatic and elderly claims."""
    if statement.section in _ABOUT_OTHERS:
        return
    labelled = _label_topics(statement)
    for start, end in _parts(statement.text):
        exception = _UNLESS.search(statement.text, start, end)
        if exception:
            yield from _excepted(statement.text, start, exception.start(), end)
            end = exception.start()
        part = statement.text[start:end]
        named = _named_topics(part)
        if labelled == {Topic.ELDERLY} and Topic.ELDERLY not in named:
            named = frozenset()  # "in view of kidney function" is the reason, not the case
        topics = named or labelled or _named_topics(statement.text)
        if not topics:
            continue
        advice = overall([a for a in find_advice(part) if _counts(a, bool(named))], part)
        if advice is None and named and statement.section == "contraindication":
            advice = Advice(Stance.CONTRAINDICATED, 0, end - start)
        if advice is None or (not named and not statement.speaks_for_label):
            continue
        if advice.stance is Stance.MONITOR and not _OF_PATIENTS.search(part + _label_text(statement)):
            continue
        for topic in sorted(topics):
            if topic is Topic.ELDERLY and (_is_about_children(part, named) or _BY_ORGAN.search(part)):
                continue
            if topic is not Topic.ELDERLY and not named and not labelled and _TRIGGERED.search(part):
                continue
            yield _draft(statement, topic, part, start, advice)
    yield from _dosed(statement, labelled)
    if statement.answer and not find_advice(statement.text):
        stance = answered_stance(statement)
        for topic in sorted(_named_topics(statement.question)):
            if stance:
                yield Draft(
                    _KINDS[topic],
                    None,
                    stance,
                    _grade_scope(topic, statement.question),
                    marks=((0, statement.body_start),),
                )


def _is_about_children(part: str, named: frozenset[Topic]) -> bool:
    return not named and Topic.CHILDREN in find_topics(part)


def _dosed(statement: Statement, labelled: frozenset[Topic]) -> Iterator[Draft]:
    """A dose that is given for a grade of impairment lets those patients have the drug."""
    text = statement.text
    if not is_dosing(statement) or find_advice(text) or not any(is_dose(a, text) for a in find_amounts(text)):
        return
    for topic in sorted(_named_topics(text) or labelled):
        scope = _grade_scope(topic, text if find_grades(text) else _label_text(statement))
        if scope.facets:
            yield Draft(_KINDS[topic], None, Stance.MAY_USE, scope, strength=Strength.HEDGED)


def _excepted(text: str, start: int, turn: int, end: int) -> Iterator[Draft]:
    """ "No adjustment unless kidney function is impaired" asks for one where it is."""
    advice = overall(find_advice(text[start:turn]))
    if advice is None or advice.stance is not Stance.NO_ADJUSTMENT:
        return
    for topic in sorted(_named_topics(text[turn:end])):
        scope = _grade_scope(topic, text[turn:end])
        yield Draft(_KINDS[topic], None, Stance.ADJUST, scope, strength=Strength.HEDGED, marks=((turn, end),))


def _counts(advice: Advice, named: bool) -> bool:
    if advice.stance in (Stance.SAFE, Stance.MAY_USE):
        return named
    return advice.stance in _ADVISED


def _draft(statement: Statement, topic: Topic, part: str, start: int, advice: Advice) -> Draft:
    scope = _grade_scope(topic, part) if find_grades(part) else _grade_scope(topic, _label_text(statement))
    mark = (start + advice.start, start + advice.end)
    return Draft(_KINDS[topic], None, advice.stance, scope, strength=strength(part, advice), marks=(mark,))


def _label_text(statement: Statement) -> str:
    return statement.passage.labels[-1].text if statement.passage.labels else ""


def _grade_scope(topic: Topic, text: str) -> Scope:
    facet = _FACETS.get(topic)
    grades = find_grades(text) if facet else frozenset()
    return Scope.of({facet: grades}) if facet and grades else Scope()


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Clauses, parted further where a run-in label begins ("Severe impairment: ...")."""
    for start, end in clauses(text):
        labels = _RUN_IN.finditer(text[start:end]) if ":" in text else ()
        yield from pairwise([start, *(start + m.end() for m in labels if m.end()), end])


def _label_topics(statement: Statement) -> frozenset[Topic]:
    """Organs or old age that the nearest label with a meaning names."""
    for label in reversed(statement.passage.labels):
        topics = _named_topics(label.text)
        if label.section in _SECTIONS:
            topics |= {_SECTIONS[label.section]}
        if topics:
            return topics
        if label.section:
            return frozenset()
    return frozenset()


def _named_topics(text: str) -> frozenset[Topic]:
    named = set(impaired_organs(text))
    if Topic.ELDERLY in find_topics(text):
        named.add(Topic.ELDERLY)
    return frozenset(named)
