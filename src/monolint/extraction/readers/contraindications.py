"""Contraindications, and cautions about the same conditions; an explicit "None." denies them all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from monolint.domain.claim import Band, Facet, Kind, Nothing, Scope, Stance, Strength
from monolint.domain.document import LabelKind
from monolint.extraction import lexicon
from monolint.extraction.conditions import LACTATION, PREGNANCY, Condition, find_conditions, listed_conditions
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import Advice, denies, find_advice, is_denial, overall, strength
from monolint.extraction.statements import Draft, Lore, Statement
from monolint.extraction.topics import Topic, find_topics

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
_OWN_KINDS = frozenset({PREGNANCY, LACTATION})
_REASON = re.compile(
    r"\b(?:due\s+to|because|since|as\s+it|as\s+they|owing\s+to|leading\s+to|which|that\s+may|unless|except)\b",
    re.IGNORECASE,
)
_CO_USE = re.compile(
    r"\b(?:with|concomitant\w*|concurrent\w*|co-?administ\w+|combin\w+|simultaneous\w*|together)\b",
    re.IGNORECASE,
)
_PATIENTS_WITH = re.compile(
    r"\b(?:patients?|people|individuals?|those|persons?|anyone|women|children|history)\b[^.;]{0,40}\bwith\b|history\s+of|patients?\s+who",
    re.I,
)
_STANCES = frozenset(
    {
        Stance.CONTRAINDICATED,
        Stance.AVOID,
        Stance.NOT_RECOMMENDED,
        Stance.CAUTION,
        Stance.MONITOR,
        Stance.MAY_USE,
        Stance.SAFE,
        Stance.WEIGH_RISKS,
    }
)
_RELATIVE = re.compile(r"\brelative(?:ly)?\b", re.IGNORECASE)
_LIMITED = re.compile(
    r"\b(?:absolute|specific|generally|listed|major|significant|currently|strict|widely|formal)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|should|must|may|can|has\s+been|however|include[sd]?|depends?)\b", re.IGNORECASE
)


def read_contraindications(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of contraindication claims: objects with a stance, or an explicit nothing."""
    if _lists_contraindications(statement):
        yield from _listed(statement, lore)
    elif statement.section not in _ABOUT_OTHERS:
        yield from _advised(statement, lore)


def _lists_contraindications(statement: Statement) -> bool:
    return statement.section == _SECTION


def _listed(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """What stands under a heading of contraindications: a list, a denial, or advice in sentences."""
    text = statement.body
    if is_denial(text) or (denies(text, "contraindication") and not find_conditions(text)):
        limited = Strength.HEDGED if _LIMITED.search(text) else Strength.PLAIN
        marks = ((statement.body_start, len(statement.text)),)
        yield Draft(Kind.CONTRAINDICATION, None, Nothing(), statement.scope, strength=limited, marks=marks)
        return
    advice = overall([a for a in find_advice(statement.text) if a.stance in _STANCES], statement.text)
    if advice and (advice.stance.band is not Band.FORBIDS or advice.stance is not Stance.CONTRAINDICATED):
        yield from _advised(statement, lore)
        return
    stance = Stance.CAUTION if _is_relative(statement) else Stance.CONTRAINDICATED
    reason = _REASON.search(statement.text)
    zone = statement.text[: reason.start()] if reason and reason.start() > 12 else statement.text
    conditions = find_conditions(zone) if _VERB.search(zone) else listed_conditions(zone, lore)
    for condition in conditions:
        if advice is None or not _is_verb_phrase(condition, advice):
            yield _draft(condition, stance, Strength.PLAIN)


def _is_relative(statement: Statement) -> bool:
    """Whether a list is of relative contraindications, which are cautions."""
    labels = any(_RELATIVE.search(label.text) for label in statement.passage.labels)
    return labels or bool(_RELATIVE.search(statement.text))


def _is_verb_phrase(condition: Condition, advice: Advice) -> bool:
    return not condition.known and condition.start < advice.end and advice.start < condition.end


def _advised(statement: Statement, lore: Lore) -> Iterator[Draft]:
    text = statement.text
    for start, end in clauses(text):
        part = text[start:end]
        advice = overall([a for a in find_advice(part) if a.stance in _STANCES], part)
        if advice is None:
            continue
        conditions = _objects(part, advice, lore, statement.section)
        if not conditions and advice.stance is Stance.CONTRAINDICATED:
            conditions = _from_labels(statement)
        for condition in conditions:
            mark = (start + advice.start, start + advice.end)
            yield _draft(condition, advice.stance, strength(part, advice), mark)


def _objects(part: str, advice: Advice, lore: Lore, section: str | None) -> Sequence[Condition]:
    """The conditions after the advice and before its reason, else those before the advice."""
    reason = _REASON.search(part, advice.end)
    stop = reason.start() if reason else len(part)
    conditions = find_conditions(part)
    after = [c for c in conditions if advice.end <= c.start < stop]
    before = [c for c in conditions if c.end <= advice.start]
    chosen = after or before
    if section in _OWN_KINDS:
        chosen = [c for c in chosen if c.name in _OWN_KINDS]
    if advice.stance in (Stance.MONITOR, Stance.SAFE, Stance.MAY_USE) and not _PATIENTS_WITH.search(part):
        chosen = [c for c in chosen if c.name in _OWN_KINDS]
    return [c for c in chosen if not _is_interactant(part, c)]


def _is_interactant(part: str, condition: Condition) -> bool:
    """Whether what stands after "with" is a drug class, not a condition."""
    classes = lexicon.drug_classes().index.find(part[condition.start : condition.end])
    return bool(classes) and bool(_CO_USE.search(part[: condition.start]))


def _from_labels(statement: Statement) -> Sequence[Condition]:
    """What the lead-in or the question of a bare "Contraindicated." names."""
    for label in reversed(statement.passage.labels):
        topics = find_topics(label.text)
        names = [n for t, n in ((Topic.PREGNANCY, PREGNANCY), (Topic.LACTATION, LACTATION)) if t in topics]
        if names:
            return [Condition(name, frozenset(), 0, 0, True) for name in names]
        if label.section and label.kind is not LabelKind.QUESTION:
            break
    return []


def _draft(
    condition: Condition, stance: Stance, hedged: Strength, mark: tuple[int, int] | None = None
) -> Draft:
    scope = Scope.of({Facet.SEVERITY: condition.grades})
    places = tuple(
        place for place in (mark, (condition.start, condition.end)) if place and place[0] < place[1]
    )
    return Draft(Kind.CONTRAINDICATION, condition.name, stance, scope, strength=hedged, marks=places[:1])
