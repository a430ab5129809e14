"""Contraindications, and cautions about the same conditions; an explicit "None." denies them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from monolint.domain.claim import Band, Facet, Kind, Nothing, Qualifier, Scope, Stance, Strength
from monolint.domain.document import LabelKind
from monolint.extraction.allergens import named, of_combination
from monolint.extraction.answers import listed_stance
from monolint.extraction.brackets import is_inside
from monolint.extraction.condition_advice import (
    REASON,
    advice_on_conditions,
    aside_advice,
    find_condition_advice,
    speaks_of_use_alone,
)
from monolint.extraction.conditions import Condition, find_conditions, listed_conditions
from monolint.extraction.labelled_conditions import labelled_advice
from monolint.extraction.listed_cautions import listed_cautions
from monolint.extraction.people import people
from monolint.extraction.reader import reader
from monolint.extraction.scoping import only
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import Advice, denies, find_advice, is_denial, overall, strength
from monolint.extraction.statements import Draft, Lore, Statement

_KIND = Kind.CONTRAINDICATION
_SECTION = "contraindication"
_ABOUT_OTHERS = frozenset(
    [
        "undesirable_effect",
        "mechanism",
        "pharmacokinetics",
        "interaction",
        "overdose",
        "indication",
        "storage",
        "names",
        "monitoring",
    ]
)
_PRODUCT = frozenset({Facet.PRODUCT, Facet.ROUTE, Facet.FORMULATION})
_WHO_HAVE = re.compile(
    r"\b(?:children|infants?|neonates?|newborns?|adolescents|elderly(?:\s+patients)?)\s+(?:\w+\s+)?(?:with|who\s+have)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:certain|some|specific|other)\s+(?:(?:types?|forms?|kinds?)\s+of\s+)?$", re.IGNORECASE
)
# A lead-in that asks for care, below a heading of contraindications ("Caution is needed in patients with:").
_CAREFUL = re.compile(r"\b(?:caution\w*|care|carefully)\b(?!.*\bcontraindicat)", re.IGNORECASE)
_NO_STATES = frozenset({"contraception"})
_LIMITED = re.compile(
    r"\b(?:absolute|specific|generally|listed|major|significant|currently|strict|widely|formal)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|should|must|may|can|has\s+been|however|include[sd]?|depends?)\b", re.IGNORECASE
)


@reader()
def read_contraindications(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of contraindication claims: objects with a stance, or an explicit nothing."""
    yield from (draft for draft in _drafts(statement, lore) if draft.object not in _NO_STATES)


def _drafts(statement: Statement, lore: Lore) -> Iterator[Draft]:
    if statement.section == _SECTION:
        yield from _listed(statement, lore)
    elif statement.section not in _ABOUT_OTHERS:
        yield from _advised(statement, lore)
        yield from _labelled(statement)


def _listed(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """What stands under a heading of contraindications: a list, a denial, or advice in sentences."""
    text = statement.body
    if is_denial(text) or (denies(text, "contraindication") and not find_conditions(text)):
        limited = Strength.HEDGED if _LIMITED.search(text) else Strength.PLAIN
        marks = ((statement.body_start, len(statement.text)),)
        yield Draft(_KIND, None, Nothing(), statement.scope, strength=limited, marks=marks)
        return
    if speaks_of_use_alone(text):
        return
    aside, plain = aside_advice(statement.text)
    advice = overall([a for a in find_condition_advice(plain) if not is_inside(plain, a.start)], plain)
    if advice and advice.stance is not Stance.CONTRAINDICATED:
        yield from _advised(statement, lore)
        return
    if advice is None and _VERB.search(plain) and _sends_to_a_doctor(plain):
        return
    for condition, inner in aside:
        scope = _case(statement, plain, condition)
        yield Draft(_KIND, condition.name, inner.stance, scope, marks=((inner.start, inner.end),))
    answered = {condition.start for condition, _ in aside}
    reason = REASON.search(plain)
    zone = plain[: reason.start()] if reason and reason.start() > 12 else plain
    for condition in find_conditions(zone) if _VERB.search(zone) else listed_conditions(zone, lore):
        verb = advice is not None and _is_verb_phrase(condition, advice)
        if verb or condition.start in answered or of_combination(zone, condition):
            continue
        stance, scope, part = _stance(statement), _case(statement, zone, condition), _how_far(zone, condition)
        for found in named(condition, zone, lore):
            yield Draft(_KIND, found.name, stance, scope, part, marks=((found.start, found.end),))


def _labelled(statement: Statement) -> Iterator[Draft]:
    for condition, advice in chain(labelled_advice(statement), listed_cautions(statement)):
        scope = _case(statement, "", condition)
        hedged = strength(statement.text, advice)
        marks = ((advice.start, advice.end),)
        yield Draft(_KIND, condition.name, advice.stance, scope, strength=hedged, marks=marks)


def _sends_to_a_doctor(text: str) -> bool:
    """Whether a sentence among contraindications only says to ask first."""
    return any(
        advice.stance is Stance.CONSULT and not is_inside(text, advice.start) for advice in find_advice(text)
    )


def _stance(statement: Statement) -> Stance:
    """What a list says of its members; a lead-in that asks for care makes them cautions."""
    careful = any(
        label.kind in (LabelKind.LEAD_IN, LabelKind.INTRO) and _CAREFUL.search(label.text)
        for label in statement.passage.labels
    )
    return Stance.CAUTION if careful else listed_stance(statement)


def _is_verb_phrase(condition: Condition, advice: Advice) -> bool:
    return not condition.known and condition.start < advice.end and advice.start < condition.end


def _advised(statement: Statement, lore: Lore) -> Iterator[Draft]:
    text = statement.text
    for start, end in clauses(text):
        part = text[start:end]
        for condition, advice in advice_on_conditions(part, statement):
            if advice.stance.band is Band.PERMITS and _is_conditional(text):
                continue
            scope = _case(statement, part, condition)
            marks = ((start + advice.start, start + advice.end),)
            hedged = strength(part, advice)
            for found in named(condition, part, lore):
                far = _how_far(part, condition)
                yield Draft(_KIND, found.name, advice.stance, scope, far, hedged, marks)


def _how_far(text: str, condition: Condition) -> Qualifier:
    """Whether only some forms of a condition are meant, and it is left open which ("certain cancers")."""
    return Qualifier.CONDITIONAL if _SOME.search(text, 0, condition.start) else Qualifier.USUAL


def _is_conditional(text: str) -> bool:
    """Whether a sentence that permits also sets conditions ("can be used, but needs monitoring")."""
    return any(advice.stance.band is Band.CONDITIONS for advice in find_advice(text))


def _case(statement: Statement, text: str, condition: Condition) -> Scope:
    """What narrows advice on a condition: its grade, whose it is, and the product it is said of."""
    who = _WHO_HAVE.search(text[: condition.start])
    product = dict(only(statement.scope, _PRODUCT).facets)
    whose = people(who.group()) if who else {}
    return Scope.of({**product, **whose, Facet.SEVERITY: condition.grades})
