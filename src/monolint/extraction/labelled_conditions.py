"""Conditions that a lead-in or a question names, for the advice that follows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from monolint.domain.claim import Band, Stance
from monolint.domain.document import LabelKind
from monolint.extraction.answers import answered_stance
from monolint.extraction.condition_advice import REASON, find_condition_advice
from monolint.extraction.conditions import LACTATION, PREGNANCY, Condition, find_conditions
from monolint.extraction.stances import Advice, find_advice, overall
from monolint.extraction.statements import Statement

_OWN_KINDS = frozenset({PREGNANCY, LACTATION})
_FILLER = re.compile(
    r"\b(?:patients?|people|individuals?|those|with|who|have|history|of|and|or|a|an|the|known|pre-?existing|active"
    r"|severe|uncontrolled|untreated)\b|[\W\d_]+",
    re.IGNORECASE,
)
_HAS = re.compile(r"\b(?:with|have|has|having|history\s+of|suffer\w*\s+from)\s+[^?.;]{0,40}$", re.IGNORECASE)
_ASKS_ABOUT_USE = re.compile(
    r"^\W*(?:\w+\W+)?(?:can|may|could|should|is|are)\b.*\b(?:us(?:e|ed|ing)|tak(?:e|en|ing)|give[n]?|receive|safe|recommended"
    r"|contraindicated|administered|prescribed)\b",
    re.IGNORECASE,
)
# What an advice in a lead-in's own words must speak of, or stand alone as: the use of the medicine.
_OF_USE = re.compile(
    r"\b(?:us(?:e|ed|ing)|take|taken|giv(?:e|en)|administered|prescribed|contraindicated|caution)", re.I
)
# Advice for some of the patients that a lead-in names ("if eGFR is below 30", "in severe cases").
_FOR_SOME = re.compile(
    r"\b(?:if|when|mild|moderate|severe(?:ly)?|grade|class|especially)\b|\d", re.IGNORECASE
)
_OPENING = 60
_CHOSEN = frozenset(
    {
        Stance.CONTRAINDICATED,
        Stance.AVOID,
        Stance.NOT_RECOMMENDED,
        Stance.CAUTION,
        Stance.IF_NEEDED,
        Stance.WEIGH_RISKS,
    }
)


def labelled_advice(statement: Statement) -> Iterator[tuple[Condition, Advice]]:
    """Advice of a first sentence that names no condition itself, on the conditions that its label names."""
    label = statement.passage.labels[-1] if statement.passage.labels else None
    if label is None or statement.start or label.kind not in (LabelKind.LEAD_IN, LabelKind.QUESTION):
        return
    asked = label.kind is LabelKind.QUESTION
    named = _asked(label.text) if asked else _led_in(label.text)
    reason = REASON.search(statement.text)
    if not named or find_conditions(statement.text[: reason.start()] if reason else statement.text):
        return
    advice = _answer(statement) if asked else _advice(statement.text)
    if advice:
        yield from ((condition, advice) for condition in named)


def _led_in(text: str) -> Sequence[Condition]:
    """The conditions of a lead-in that names nothing else; an allergy there may be what can happen."""
    found = [c for c in find_conditions(text) if c.name not in _OWN_KINDS]
    rest = text
    for condition in reversed(found):
        rest = rest[: condition.start] + rest[condition.end :]
    whole = not _FILLER.sub("", rest)
    return _placeless(c for c in found if "hypersensitivity" not in c.name) if whole else ()


def _asked(question: str) -> Sequence[Condition]:
    """The conditions of patients whom a question on the use of the medicine is about."""
    if not _ASKS_ABOUT_USE.search(question):
        return ()
    found = find_conditions(question)
    return _placeless(c for c in found if c.name not in _OWN_KINDS and _HAS.search(question, 0, c.start))


def _placeless(found: Iterable[Condition]) -> list[Condition]:
    """Conditions that stand outside of the text that the advice is in."""
    return [Condition(c.name, c.grades, 0, 0, c.known) for c in found]


def _advice(text: str) -> Advice | None:
    advice = overall(find_condition_advice(text), text)
    if advice is None or advice.stance not in _CHOSEN or advice.start > _OPENING or _FOR_SOME.search(text):
        return None
    return advice if _OF_USE.search(text, 0, advice.end) else None


def _answer(statement: Statement) -> Advice | None:
    """The advice of an answer as a whole: later sentences may set conditions on a "Yes."."""
    advice = overall(find_condition_advice(statement.text), statement.text)
    if advice and advice.stance in _CHOSEN:
        return advice
    stance = answered_stance(statement)
    if stance is None:
        return None
    said = {found.stance.band for found in find_advice(statement.passage.text)}
    if stance.band is Band.PERMITS and said & {Band.CONDITIONS, Band.FORBIDS, Band.OPEN}:
        return None
    return (
        None
        if stance.band is Band.FORBIDS and Band.PERMITS in said
        else Advice(stance, 0, len(statement.text))
    )
