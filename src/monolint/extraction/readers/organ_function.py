"""Renal and hepatic impairment and old age: adjust the dose, or not, or do not use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from monolint.domain.claim import Band, Facet, Kind, Qualifier, Scope, Stance, Strength
from monolint.extraction.answers import answered_stance, bare_stance
from monolint.extraction.dose_figures import is_dose
from monolint.extraction.dosing import is_dosing
from monolint.extraction.grades import END_STAGE, SEVERE, find_grades
from monolint.extraction.quantities import find_amounts
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed, product_scope
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import Advice, find_advice, overall, strength
from monolint.extraction.statements import Draft, Lore, Statement
from monolint.extraction.topics import Topic, about_organ, find_topics, impaired_organs

_KINDS = {Topic.RENAL: Kind.RENAL, Topic.HEPATIC: Kind.HEPATIC, Topic.ELDERLY: Kind.ELDERLY}
_FACETS = {Topic.RENAL: Facet.RENAL, Topic.HEPATIC: Facet.HEPATIC}
_SECTIONS = {"renal": Topic.RENAL, "hepatic": Topic.HEPATIC, "geriatric": Topic.ELDERLY}
_ABOUT_OTHERS = frozenset(
    {"undesirable_effect", "mechanism", "pharmacokinetics", "indication", "overdose", "interaction"}
)
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
# "Concurrent use with another drug is contraindicated in renal impairment" bans the combination.
_COMBINED = re.compile(
    r"\b(?:concurrent|concomitant|combined|simultaneous|co-?administ\w+|combination)\b"
    r"(?:\s+(?:use|therapy|treatment|administration))?(?:\s+of\s+\w+)?\s+with\b[^,;.]*$",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:repeated|prolonged|long[\s-]+term|chronic|extended)(?:\s*(?:/|and|or)\s*\w+)?\s+(?:\w+\s+)?(?:use|therapy|treatment)\b",
    re.IGNORECASE,
)
# Doses that follow the single patient are adjusted for everybody, not for an organ or old age.
_BY_PATIENT = re.compile(
    r"\s+(?:[\w,]+\s+){0,3}(?:based\s+on|according\s+to|depending\s+on)\s+(?:the\s+)?"
    r"(?:individual|patients?['’s]*|clinical|blood|response|tolera\w+|weight|indication)\b"
    r"|\s+(?:accordingly|as\s+(?:needed|necessary|required))\b",
    re.IGNORECASE,
)
# "No initial adjustment" leaves open the later doses of which it speaks; "none is routinely needed"
# denies it all the same.
_AT_FIRST = re.compile(r"\binitial\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:subsequent|repeat\w*|later|maintenance|titrat\w*)\b", re.IGNORECASE)
_ROUTINELY = re.compile(r"\broutinely\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\brelative(?:ly)?\b", re.IGNORECASE)
_TITRATED = re.compile(r"titrat", re.IGNORECASE)
_OLD_WITH_ORGAN = re.compile(
    r"\b(?:elderly|geriatric|older)(?:\s+\w+)?\s+(?:with|who\s+have|having)\s+(?:[\w/]+\s+){0,4}(?:renal|hepatic|kidney|liver)\b",
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
        condition = statement.text[exception.start() : end] if exception else ""
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
        advice = overall([a for a in find_advice(part) if _counts(a, part, bool(named))], part)
        if advice is None and named and statement.section == "contraindication":
            advice = Advice(_listed_stance(statement), 0, end - start)
        if advice is None and labelled and bare_stance(part, _label_text(statement)) is Stance.NO_ADJUSTMENT:
            advice = Advice(Stance.NO_ADJUSTMENT, 0, end - start)
        if advice is None or (not named and not statement.speaks_for_label):
            continue
        if advice.stance is Stance.MONITOR and not _OF_PATIENTS.search(part + _label_text(statement)):
            continue
        for topic in sorted(topics):
            if topic is Topic.ELDERLY and _is_of_others(part, named):
                continue
            if topic is not Topic.ELDERLY and not named and not labelled and _TRIGGERED.search(part):
                continue
            if advice.stance.band is Band.FORBIDS and _is_of_combination(topic, part):
                continue
            draft = _draft(statement, topic, part, start, _of_organ(topic, part, advice))
            yield _conditioned(draft, condition)
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


def _listed_stance(statement: Statement) -> Stance:
    """What a list of contraindications says of its members: relative ones are cautions."""
    texts = (statement.text, *(label.text for label in statement.passage.labels))
    return Stance.CAUTION if any(map(_RELATIVE.search, texts)) else Stance.CONTRAINDICATED


def _is_of_others(part: str, named: frozenset[Topic]) -> bool:
    """Whether advice is for children, for the organs of the old, or for the old with an impaired organ."""
    children = not named and Topic.CHILDREN in find_topics(part)
    return children or bool(_BY_ORGAN.search(part) or _OLD_WITH_ORGAN.search(part))


def _is_of_combination(topic: Topic, part: str) -> bool:
    place = impaired_organs(part).get(topic)
    return bool(place and _COMBINED.search(part, 0, place[0]))


def _conditioned(draft: Draft, condition: str) -> Draft:
    """A draft under the condition that an "unless" puts on it.

    "No adjustment unless ..." leaves open what it names; "not recommended unless the benefit outweighs
    the risk" is no ban.
    """
    if not condition:
        return draft
    if draft.value is Stance.NO_ADJUSTMENT:
        return replace(draft, qualifier=Qualifier.CONDITIONAL)
    softer = overall(
        [a for a in find_advice(condition) if a.stance in (Stance.WEIGH_RISKS, Stance.IF_NEEDED)]
    )
    if softer and draft.value in (Stance.AVOID, Stance.NOT_RECOMMENDED):
        return replace(draft, value=softer.stance)
    return draft


def _dosed(statement: Statement, labelled: frozenset[Topic]) -> Iterator[Draft]:
    """A dose that is given for a grade of impairment lets those patients have the drug."""
    text = statement.text
    if not is_dosing(statement) or find_advice(text) or not any(is_dose(a, text) for a in find_amounts(text)):
        return
    for topic in sorted(_named_topics(text) or labelled):
        scope = _grade_scope(topic, about_organ(topic, text) if find_grades(text) else _label_text(statement))
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


def _counts(advice: Advice, part: str, named: bool) -> bool:
    if advice.stance in (Stance.SAFE, Stance.MAY_USE):
        return named
    if advice.stance is Stance.ADJUST:
        by_patient = not named and _BY_PATIENT.match(part, advice.end)
        return not by_patient and not _TITRATED.match(part, advice.start)
    return advice.stance in _ADVISED


def _draft(statement: Statement, topic: Topic, part: str, start: int, advice: Advice) -> Draft:
    about = about_organ(topic, part)
    scope = _grade_scope(topic, about) if find_grades(part) else _grade_scope(topic, _label_text(statement))
    if advice.stance.band is Band.FORBIDS:
        scope = _and_worse(scope)
        if _LASTING.search(part):
            scope = narrowed(scope, {Facet.CONDITION: frozenset({"lasting use"})})
    scope = narrowed(product_scope(statement), dict(scope.facets))
    mark = (start + advice.start, start + advice.end)
    return Draft(
        _KINDS[topic], None, advice.stance, scope, strength=_strength(statement, part, advice), marks=(mark,)
    )


def _strength(statement: Statement, part: str, advice: Advice) -> Strength:
    if advice.stance is not Stance.NO_ADJUSTMENT:
        return strength(part, advice)
    at_first = _AT_FIRST.search(part, max(0, advice.start - len("initial ")), advice.end)
    if at_first and _LATER.search(statement.text):
        return Strength.HEDGED
    return strength(_ROUTINELY.sub(lambda found: " " * len(found.group()), part), advice)


def _of_organ(topic: Topic, part: str, advice: Advice) -> Advice:
    """The advice on one of two organs that a clause names apart, where it has its own."""
    about = about_organ(topic, part)
    start = part.find(about)
    own = overall(find_advice(about), about) if start >= 0 and about != part else None
    return Advice(own.stance, start + own.start, start + own.end) if own else advice


def _and_worse(scope: Scope) -> Scope:
    """What is forbidden in severe renal impairment is forbidden in end-stage disease."""
    grades = scope.get(Facet.RENAL)
    return narrowed(scope, {Facet.RENAL: grades | {END_STAGE}}) if SEVERE in grades else scope


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


@lru_cache(maxsize=1024)
def _named_topics(text: str) -> frozenset[Topic]:
    named = set(impaired_organs(text))
    if Topic.ELDERLY in find_topics(text):
        named.add(Topic.ELDERLY)
    return frozenset(named)
