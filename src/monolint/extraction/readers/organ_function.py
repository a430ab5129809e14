"""Renal and hepatic impairment and old age: adjust the dose, or not, or do not use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from monolint.domain.claim import Band, Facet, Kind, Qualifier, Scope, Stance, Strength
from monolint.extraction.answers import answered_stance, bare_stance, listed_stance
from monolint.extraction.brackets import brackets, without
from monolint.extraction.dose_figures import is_dose
from monolint.extraction.dosing import is_dosing
from monolint.extraction.grades import EVERY_GRADE, fails, find_organ_grades
from monolint.extraction.organ_advice import before_reason, denial_strength, graded_stretch, in_turn, settled
from monolint.extraction.organ_cases import is_of_another_case
from monolint.extraction.organ_scopes import ORGAN_FACETS, PHASES, and_worse, grade_scope, ways_of_use
from monolint.extraction.quantities import find_amounts
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed, product_scope
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import Advice, find_advice, overall, strength
from monolint.extraction.statements import Draft, Lore, Statement
from monolint.extraction.topics import Topic, about_organ, find_topics, impaired_organs, topic_place

_KINDS = {Topic.RENAL: Kind.RENAL, Topic.HEPATIC: Kind.HEPATIC, Topic.ELDERLY: Kind.ELDERLY}
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
_TITRATED = re.compile(r"titrat", re.IGNORECASE)
# "Depending on the degree of impairment", below the organ's own label, is for the worst degree as well.
_BY_DEGREE = re.compile(
    r"\b(?:depending|depends?|based|according)\s+(?:up)?(?:on|to)\s+(?:the\s+|its\s+)?(?:degree|severity|extent|level|grade|stage)s?\b",
    re.IGNORECASE,
)
# A later sentence that points back to the patients whom a question names.
_THESE = re.compile(
    r"\b(?:these|such|those)\s+(?:patient\s+)?(?:populations?|patients|people|individuals|groups|cases)\b",
    re.I,
)
# A cap that names its patients; below a label of theirs the highest usual dose may be meant.
_CAP = re.compile(
    r"\bmaxim(?:um|al)\b|\bnot\s+(?:to\s+)?exceed|\blimit(?:ed)?\s+to\b|\bno\s+more\s+than\b", re.IGNORECASE
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
        if exception is None:
            yield from _advised(statement, labelled, start, end)
            continue
        yield from _excepted(statement.text, start, exception.start(), end)
        for draft in _advised(statement, labelled, start, exception.start()):
            yield _conditioned(draft, statement.text[exception.start() : end])
    yield from _dosed(statement, labelled)
    yield from _answered(statement)


def _advised(statement: Statement, labelled: frozenset[Topic], start: int, end: int) -> Iterator[Draft]:
    """What a part of a sentence advises for the patients that it, its label or the sentence names."""
    part = statement.text[start:end]
    named = _named_topics(before_reason(part))
    if labelled == {Topic.ELDERLY} and Topic.ELDERLY not in named:
        named = frozenset()  # "in view of kidney function" is the reason, not the case
    topics = named or labelled or _named_topics(statement.text)
    if not topics or not (named or statement.speaks_for_label or _THESE.search(part)):
        return
    advice = _advice(statement, part, bool(named), bool(labelled))
    if advice is None:
        return
    if advice.stance is Stance.MONITOR and not _OF_PATIENTS.search(part + statement.label_text):
        return
    for topic in sorted(topics):
        own = _of_topic(topic, part, advice)
        if own is None or is_of_another_case(topic, part, statement, own, named):
            continue
        if topic is not Topic.ELDERLY and not named and not labelled and _TRIGGERED.search(part):
            continue
        yield _draft(statement, topic, part, start, own)
        if len(named) == 1:
            yield from (_draft(statement, topic, part, start, other) for other in in_turn(own, part))


def _advice(statement: Statement, part: str, named: bool, labelled: bool) -> Advice | None:
    """The advice of a part; a bare item of a list and a bare answer to a label are advice too."""
    every = [advice for advice in find_advice(part) if _counts(advice, part, named)]
    advice = overall(every, part)
    if advice is not None:
        return settled(advice, every, part)
    if named and statement.section == "contraindication":
        return Advice(listed_stance(statement), 0, len(part))
    if labelled and bare_stance(part, statement.label_text) is Stance.NO_ADJUSTMENT:
        return Advice(Stance.NO_ADJUSTMENT, 0, len(part))
    return None


def _conditioned(draft: Draft, condition: str) -> Draft:
    """A draft under the condition that an "unless" puts on it.

    "No adjustment unless ..." leaves open what it names; "not recommended unless the benefit outweighs
    the risk" is no ban.
    """
    if draft.value is Stance.NO_ADJUSTMENT:
        return replace(draft, qualifier=Qualifier.CONDITIONAL)
    softer = overall(
        [a for a in find_advice(condition) if a.stance in (Stance.WEIGH_RISKS, Stance.IF_NEEDED)]
    )
    if softer and draft.value in (Stance.AVOID, Stance.NOT_RECOMMENDED):
        return replace(draft, value=softer.stance)
    return draft


def _dosed(statement: Statement, labelled: frozenset[Topic]) -> Iterator[Draft]:
    """A dose that is given for a grade of impairment lets those patients have the drug, a cap limits it."""
    text = statement.text
    if not is_dosing(statement) or find_advice(text) or not any(is_dose(a, text) for a in find_amounts(text)):
        return
    named = _named_topics(text)
    stance = Stance.LIMIT if named and _CAP.search(text) else Stance.MAY_USE
    for topic in sorted(named or labelled):
        scope = grade_scope(
            topic, about_organ(topic, text) if find_organ_grades(text) else statement.label_text
        )
        if scope.facets:
            yield Draft(_KINDS[topic], None, stance, scope, strength=Strength.HEDGED)


def _answered(statement: Statement) -> Iterator[Draft]:
    """What "yes" or "no" says to a question on the patients it names."""
    stance = answered_stance(statement)
    if stance is None or find_advice(statement.text):
        return
    for topic in sorted(_named_topics(statement.question)):
        scope = grade_scope(topic, statement.question)
        yield Draft(_KINDS[topic], None, stance, scope, marks=((0, statement.body_start),))


def _excepted(text: str, start: int, turn: int, end: int) -> Iterator[Draft]:
    """ "No adjustment unless kidney function is impaired" asks for one where it is."""
    advice = overall(find_advice(text[start:turn]))
    if advice is None or advice.stance is not Stance.NO_ADJUSTMENT:
        return
    for topic in sorted(_named_topics(text[turn:end])):
        scope = grade_scope(topic, text[turn:end])
        yield Draft(_KINDS[topic], None, Stance.ADJUST, scope, strength=Strength.HEDGED, marks=((turn, end),))


def _counts(advice: Advice, part: str, named: bool) -> bool:
    if advice.stance in (Stance.SAFE, Stance.MAY_USE):
        return named
    if advice.stance is Stance.ADJUST:
        by_patient = not named and _BY_PATIENT.match(part, advice.end)
        return not by_patient and not _TITRATED.match(part, advice.start)
    return advice.stance in _ADVISED


def _draft(statement: Statement, topic: Topic, part: str, start: int, advice: Advice) -> Draft:
    about = about_organ(topic, graded_stretch(advice, part) if topic in ORGAN_FACETS else part)
    scope = grade_scope(topic, about) if find_organ_grades(part) else grade_scope(topic, statement.label_text)
    if topic in ORGAN_FACETS and _is_for_every_grade(statement, topic, part, advice, scope):
        scope = Scope.of({ORGAN_FACETS[topic]: EVERY_GRADE})
    if advice.stance.band is Band.FORBIDS:
        scope = and_worse(scope)
        phases = frozenset(name for name, pattern in PHASES.items() if pattern.search(part))
        scope = narrowed(scope, {Facet.CONDITION: phases}) if phases else scope
    scope = narrowed(narrowed(product_scope(statement), dict(scope.facets)), dict(ways_of_use(part).facets))
    mark = (start + advice.start, start + advice.end)
    titrated = advice.stance is Stance.NO_ADJUSTMENT and _is_first_dose(part, advice)
    return Draft(
        _KINDS[topic],
        None,
        advice.stance,
        scope,
        Qualifier.CONDITIONAL if titrated and _TITRATED.search(statement.passage.text) else Qualifier.USUAL,
        _strength(statement, part, advice),
        marks=(mark,),
    )


def _is_for_every_grade(statement: Statement, topic: Topic, part: str, advice: Advice, scope: Scope) -> bool:
    """Whether advice is for impairment of any degree, or for an organ that fails, which is the worst."""
    if advice.stance is Stance.NO_ADJUSTMENT:
        return bool(scope.facets) and fails(part)
    own_label = topic in _named_topics(statement.label_text)
    return advice.stance is Stance.ADJUST and not scope.facets and own_label and bool(_BY_DEGREE.search(part))


def _is_first_dose(part: str, advice: Advice) -> bool:
    return bool(_AT_FIRST.search(part, max(0, advice.start - len("initial ")), advice.end))


def _strength(statement: Statement, part: str, advice: Advice) -> Strength:
    if advice.stance is not Stance.NO_ADJUSTMENT:
        return strength(part, advice)
    if _is_first_dose(part, advice) and _LATER.search(statement.text):
        return Strength.HEDGED
    return denial_strength(_ROUTINELY.sub(lambda found: " " * len(found.group()), part), advice)


def _of_topic(topic: Topic, part: str, advice: Advice) -> Advice | None:
    """The advice on one of the patients that a clause names apart, where it has its own."""
    about = about_organ(topic, part)
    start = part.find(about)
    if start < 0 or about == part:
        start, about = 0, _with_own_brackets(topic, part)
    every = find_advice(about) if about != part else ()
    own = overall(every, about)
    if own is None:
        return advice
    own = settled(own, every, about)
    return Advice(own.stance, start + own.start, start + own.end) if own else None


def _with_own_brackets(topic: Topic, part: str) -> str:
    """A clause with blanks for brackets on other patients ("children (avoid), the old (caution)")."""
    advising = [span for span in brackets(part) if find_advice(part[slice(*span)])]
    place = topic_place(topic, part)
    if not advising or place is None:
        return part
    own = next((span for span in advising if span[0] >= place[1]), None)
    return without(part, [span for span in advising if span != own])


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
