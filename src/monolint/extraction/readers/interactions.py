"""Interactions: with what, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from monolint.domain.claim import Facet, Kind, Nothing, Qualifier, Scope, Stance, Strength
from monolint.domain.document import LabelKind, PassageKind
from monolint.extraction.answers import answered_stance
from monolint.extraction.co_use import Denied, denied_interactions, narrowing, speaks_of_co_use
from monolint.extraction.interactants import Interactant, listed_interactants, named_interactants
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import Advice, find_interaction_advice, overall, strength
from monolint.extraction.statements import Draft, Lore, Statement

_SECTION = "interaction"
_NEVER = frozenset({"undesirable_effect", "names", "storage", "overdose", "pharmacokinetics", "mechanism"})
_LISTED = (LabelKind.LEAD_IN, LabelKind.ROW)
_ADVISING = (LabelKind.LEAD_IN, LabelKind.ROW, LabelKind.INTRO)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|may|can|could|should|must|might|will|has|have|do|does|monitor|avoid|increases?|decreases?"
    r"|reduces?|interacts?|consult|use|take|inform|requires?)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:these|this|such|the|both)\s+(?:drugs?|agents?|medicines?|medications?|inhibitors?|inducers?|combinations?|substances?)\b"
    r"|\bconcomitant\s+use\b|\bco-?administration\b|\bcombined\s+use\b|^\s*(?:if|it|they)\b",
    re.IGNORECASE,
)
_FALLBACK = re.compile(
    r"\bif\s+(?:(?:this\s+is\s+|it\s+is\s+|use\s+is\s+)?(?:unavoidable|not\s+possible|necessary)"
    r"|(?:\w+\s+){0,4}(?:cannot\s+be\s+avoided|is\s+(?:necessary|unavoidable)))",
    re.IGNORECASE,
)
_UNLESS = re.compile(r"\b(?:unless|except)\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\bwith\b|\btogether\b|\balongside\b|combin|co-?admin|concomitant|concurrent|\badded\b", re.IGNORECASE
)
_NEAR = 60
_NO_ADVICE = frozenset({Stance.ADVISED, Stance.CONSULT, Stance.LOW_RISK})
_PLANNED = frozenset({Stance.MAY_USE})


def read_interactions(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of interaction claims: something taken too, with a stance, or an explicit nothing."""
    inside = statement.section == _SECTION
    if statement.section in _NEVER or not (inside or speaks_of_co_use(statement.text)):
        return
    seen: set[str] = set()
    for draft in _drafts(statement, lore, inside):
        # What one sentence says first of a substance is what it says of it.
        if (draft.object or "") not in seen or draft.value is not Stance.NAMED:
            seen.add(draft.object or "")
            yield draft


def _drafts(statement: Statement, lore: Lore, inside: bool) -> Iterator[Draft]:
    if inside:
        denied = denied_interactions(statement, lore)
        if denied is not None:
            yield from _denials(denied, statement)
            return
        yield from _answers(statement, lore)
    for start, end in clauses(statement.text):
        yield from _clause(statement, lore, start, end, inside)


def _denials(denied: Denied, statement: Statement) -> Iterator[Draft]:
    marks = ((denied.start, denied.end),)
    if denied.everything:
        yield Draft(Kind.INTERACTION, None, Nothing(), Scope(), marks=marks)
    for name in denied.names:
        yield Draft(Kind.INTERACTION, name, Stance.SAFE, Scope(), marks=marks)


def _answers(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """What "Yes." or "No." says of the things that the question names."""
    stance = answered_stance(statement)
    if stance is None:
        return
    for item in named_interactants(statement.question, lore):
        yield Draft(Kind.INTERACTION, item.name, stance, Scope(), marks=((0, statement.body_start),))


def _clause(statement: Statement, lore: Lore, start: int, end: int, inside: bool) -> Iterator[Draft]:
    part = statement.text[start:end]
    advice = _advice(part, statement.section)
    objects = _objects(statement, lore, part, inside, bool(advice))
    stated = _label_advice(statement) if inside and not advice else None
    if not advice:
        if inside:
            for item in objects:
                yield _draft(item, stated or Stance.NAMED, part, None, start)
        return
    for item in objects:
        yield _draft(item, None, part, _nearest(item, advice, objects, part), start)


def _advice(part: str, section: str | None) -> list[Advice]:
    found = [advice for advice in find_interaction_advice(part) if advice.stance not in _NO_ADVICE]
    if not _TOGETHER.search(part):
        found = [advice for advice in found if advice.stance is not Stance.MAY_USE]
    if section == "indication":
        found = [advice for advice in found if advice.stance in _PLANNED]
    return found


def _objects(
    statement: Statement, lore: Lore, part: str, inside: bool, advises: bool
) -> Sequence[Interactant]:
    """What a clause is about: what it names, else what its label or the sentence before it names."""
    own = _own_objects(statement, lore, part, inside)
    if not inside:
        places = _advice(part, statement.section)
        return [item for item in own if any(_is_near(item, advice) for advice in places)]
    labelled = [Interactant(item.name, 0, 0) for item in _label_objects(statement, lore)]
    if labelled and (advises or not own):
        names = {item.name for item in labelled}
        return [*labelled, *(item for item in own if item.name not in names)]
    if not own and advises and _AGAIN.search(part):
        return [Interactant(item.name, 0, 0) for item in named_interactants(statement.previous, lore)]
    return own


def _is_near(item: Interactant, advice: Advice) -> bool:
    return item.start - advice.end <= _NEAR and advice.start - item.end <= _NEAR


def _own_objects(statement: Statement, lore: Lore, part: str, inside: bool) -> Sequence[Interactant]:
    if inside and statement.passage.kind in (PassageKind.ITEM, PassageKind.CELL) and not _VERB.search(part):
        return listed_interactants(part, lore)
    return named_interactants(part, lore)


def _label_objects(statement: Statement, lore: Lore) -> Sequence[Interactant]:
    """What the label directly above a statement in a section on interactions is about."""
    for label in reversed(statement.passage.labels):
        if label.kind is LabelKind.QUESTION:
            return named_interactants(label.text, lore)
        if label.kind in _LISTED:
            read = named_interactants if label.section else listed_interactants
            return read(label.text, lore)
        if label.section:
            break
    return ()


def _label_advice(statement: Statement) -> Stance | None:
    """The advice of a label over a list ("Avoid:", "The following are contraindicated:")."""
    for label in reversed(statement.passage.labels):
        if label.kind not in _ADVISING:
            break
        advice = overall(_advice(label.text, None), label.text)
        if advice:
            return advice.stance
    return None


def _nearest(
    item: Interactant, advice: Sequence[Advice], objects: Sequence[Interactant], part: str
) -> Advice:
    """The advice for one of the things a clause names: the one before it where several come in turn."""
    firm = [found for found in advice if found.stance is not Stance.HAZARD]
    first = min(found.start for found in objects)
    if len(firm) > 1 and firm[0].end <= first and any(found.start > firm[1].start for found in objects):
        return [found for found in firm if found.end <= item.start][-1] if item.end else firm[0]
    apart = next((found for found in advice if found.stance is Stance.SEPARATE), None)
    if apart and all(found.stance is not Stance.CONTRAINDICATED for found in advice):
        return apart
    whole = overall(advice, part)
    assert whole is not None
    return whole


def _draft(item: Interactant, stance: Stance | None, part: str, advice: Advice | None, start: int) -> Draft:
    scope = Scope.of({Facet.CONDITION: narrowing(part, item)})
    if advice is None:
        mark = ((start + item.start, start + item.end),) if item.end else ()
        return Draft(Kind.INTERACTION, item.name, stance or Stance.NAMED, scope, marks=mark)
    qualifier = Qualifier.FALLBACK if _FALLBACK.search(part[: advice.end]) else Qualifier.USUAL
    if _UNLESS.search(part[advice.end :]):
        qualifier = Qualifier.CONDITIONAL
    hedged = Strength.PLAIN if advice.stance is Stance.HAZARD else strength(part, advice)
    mark = ((start + advice.start, start + advice.end),)
    return Draft(Kind.INTERACTION, item.name, advice.stance, scope, qualifier, hedged, mark)
