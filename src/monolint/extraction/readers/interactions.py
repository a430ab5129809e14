"""Interactions: with what, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from monolint.domain.claim import Kind, Nothing, Scope, Stance, Strength
from monolint.domain.document import Label, LabelKind, PassageKind
from monolint.extraction import lexicon
from monolint.extraction.answers import answered_stance
from monolint.extraction.co_use import Denied, case_of, denied_interactions, speaks_of_co_use
from monolint.extraction.interactants import Interactant, graded, listed_interactants, named_interactants
from monolint.extraction.interaction_advice import advice_for, find_co_use_advice, qualifier_of
from monolint.extraction.reader import reader
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import Advice, overall, strength
from monolint.extraction.statements import Draft, Lore, Statement

_SECTION = "interaction"
_NEVER = frozenset(
    {
        "contraindication",
        "undesirable_effect",
        "names",
        "storage",
        "overdose",
        "pharmacokinetics",
        "mechanism",
        "pregnancy",
        "lactation",
    }
)
_LISTED = (LabelKind.LEAD_IN, LabelKind.ROW)
_ADVISING = (LabelKind.LEAD_IN, LabelKind.ROW, LabelKind.INTRO)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|may|can|could|should|must|might|will|has|have|do|does|monitor|avoid|increases?|decreases?"
    r"|reduces?|interacts?|consult|ask|tell|discuss|use|take|inform|requires?)\b",
    re.IGNORECASE,
)
_INTERACTS = re.compile(r"\binteract", re.IGNORECASE)
_AGAIN = re.compile(
    r"\b(?:these|this|such|the|both)\s+(?:drugs?|agents?|medicines?|medications?|inhibitors?|inducers?|combinations?|substances?"
    r"|interactions?)\b"
    r"|\bconcomitant\s+use\b|\bco-?administration\b|\bcombined\s+use\b|^\s*(?:if|it|they)\b",
    re.IGNORECASE,
)
# Medicines of another kind, which the sentence before does not name ("use with other medicines that ...").
_WITH_OTHERS = re.compile(r"\bwith\s+(?:other|any|certain|some|additional|many)\b", re.IGNORECASE)
# The time in which something else is advised ("avoid alcohol while on chemotherapy").
_MEANWHILE = re.compile(
    r"\b(?:while|when|during)\s+(?:you\s+are\s+)?(?:undergoing|receiving|taking|on|using)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# "Caution in patients with epilepsy, and in those who take ...": people of their own, far from the advice.
_TAKEN_BY = re.compile(
    r"(?:,|\band|\bor)\s+(?:(?:in|for|by)\s+)?(?:patients|people|individuals|those|anyone)\s+(?:(?:who\s+are|also|currently)\s+){0,2}"
    r"(?:taking|receiving|using|on|treated\s+with)\s+(?:[\w-]+\s+){0,5}$",
    re.IGNORECASE,
)
_MIXING = re.compile(r"\b(?:mix|mixed|mixing)\b", re.IGNORECASE)
_NEAR = 60


@reader()
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
    if stance is None or _MIXING.search(statement.question):
        return
    for item in named_interactants(statement.question, lore):
        yield Draft(Kind.INTERACTION, item.name, stance, Scope(), marks=((0, statement.body_start),))


def _clause(statement: Statement, lore: Lore, start: int, end: int, inside: bool) -> Iterator[Draft]:
    part = statement.text[start:end]
    advice = find_co_use_advice(part, statement.section)
    objects = _objects(statement, lore, part, advice) if inside else _near(part, lore, advice)
    if advice and _MIXING.search(part):
        return  # in one syringe
    for item in objects:
        if advice and item.end and item is not objects[0] and _MEANWHILE.search(part, 0, item.start):
            continue
        found = advice_for(item, advice, objects, part)
        if found:
            yield _advised(statement, item, part, found, start)
        elif inside and not advice:
            stance = _label_advice(statement) or Stance.NAMED
            scope = case_of(statement.text, part, item)
            mark = ((start + item.start, start + item.end),) if item.end else ()
            named = (
                Strength.HEDGED
                if stance is Stance.NAMED and not _interacts(statement, part)
                else Strength.PLAIN
            )
            yield Draft(Kind.INTERACTION, item.name, stance, scope, strength=named, marks=mark)


def _interacts(statement: Statement, part: str) -> bool:
    """Whether a clause says that what it names interacts; a bare list does, "ask about" does not."""
    return bool(_INTERACTS.search(part)) or not _VERB.search(statement.text)


def _near(part: str, lore: Lore, advice: Sequence[Advice]) -> Sequence[Interactant]:
    """What a clause outside sections on interactions names beside its advice."""
    return [
        item
        for item in (named_interactants(part, lore) if advice else ())
        if _TAKEN_BY.search(part[: item.start])
        or any(item.start - found.end <= _NEAR and found.start - item.end <= _NEAR for found in advice)
    ]


def _objects(statement: Statement, lore: Lore, part: str, advice: Sequence[Advice]) -> Sequence[Interactant]:
    """What a clause is about: what it names, else what its label or the sentence before it names."""
    own = _own_objects(statement, lore, part)
    label, labelled = _label_objects(statement, lore)
    labelled = [Interactant(graded(item.name, part), 0, 0) for item in labelled]
    names = {item.name for item in labelled}
    about = advice and label is not None and not label.section and not _are_members(own, names)
    if labelled and (not own or about):
        return [*labelled, *(item for item in own if item.name not in names)]
    if not own and advice and _AGAIN.search(part) and not _WITH_OTHERS.search(part):
        return [Interactant(item.name, 0, 0) for item in named_interactants(statement.previous, lore)]
    return own


def _are_members(own: Sequence[Interactant], classes: set[str]) -> bool:
    """Whether a clause speaks of members of the class that its label names, and not of the class."""
    known = lexicon.drug_classes()
    return any(known.classes_of(item.name) & classes for item in own)


def _own_objects(statement: Statement, lore: Lore, part: str) -> Sequence[Interactant]:
    if statement.passage.kind in (PassageKind.ITEM, PassageKind.CELL) and not _VERB.search(part):
        return listed_interactants(part, lore)
    return named_interactants(part, lore)


def _label_objects(statement: Statement, lore: Lore) -> tuple[Label | None, Sequence[Interactant]]:
    """The label directly above a statement in a section on interactions, and what it names."""
    for label in reversed(statement.passage.labels):
        if label.kind is LabelKind.QUESTION:
            return label, named_interactants(label.text, lore)
        if label.kind in _LISTED:
            read = named_interactants if label.section else listed_interactants
            return label, read(label.text, lore)
        if label.section:
            break
    return None, ()


def _label_advice(statement: Statement) -> Stance | None:
    """The advice of a label over a list ("Avoid:", "The following are contraindicated:")."""
    for label in reversed(statement.passage.labels):
        if label.kind not in _ADVISING:
            break
        advice = overall(find_co_use_advice(label.text, None), label.text)
        if advice:
            return advice.stance
    return None


def _advised(statement: Statement, item: Interactant, part: str, advice: Advice, start: int) -> Draft:
    taken = _TAKEN_BY.search(part[: item.start])
    own = part[taken.start() :] if taken else part
    shift = len(part) - len(own)
    scope = case_of(
        statement.text, own, Interactant(item.name, item.start - shift, item.end - shift), advice.stance
    )
    hedged = Strength.PLAIN if advice.stance is Stance.HAZARD else strength(part, advice)
    mark = ((start + advice.start, start + advice.end),)
    return Draft(Kind.INTERACTION, item.name, advice.stance, scope, qualifier_of(part, advice), hedged, mark)
