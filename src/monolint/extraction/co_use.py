"""Taking two things together: whether a text speaks of it, for whom, and whether it is denied to matter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from monolint.domain.claim import Facet, Scope, Stance
from monolint.domain.document import LabelKind
from monolint.extraction.conditions import find_conditions
from monolint.extraction.interactants import Interactant, named_interactants
from monolint.extraction.people import people
from monolint.extraction.stances import is_denial
from monolint.extraction.statements import Answer, Lore, Statement
from monolint.extraction.stems import stemmed
from monolint.extraction.topics import Topic, find_topics

_CO_USE = stemmed(
    "concomitant concurrent administ combin simultaneous interact together alongside with taking receiving "
    "alcohol grapefruit",
    r"\b(?:concomitant\w*|concurrent\w*|co-?administ\w+|combin\w+|simultaneous\w*|interact\w*|together\s+with|alongside"
    r"|(?:used|given|using)\s+(?:\w+\s+)?(?:together\s+)?with|taking|taken\s+with|receiving|alcohol|grapefruit)\b",
)
_NARROWED = re.compile(
    r"\b(excessive|excess|heavy|moderate|high[\s-]dose|high\s+doses|large\s+(?:amounts?|doses|quantities)|low[\s-]dose|chronic"
    r"|long-term|intravenous|parenteral|systemic|topical|inhaled|oral)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\b(excessive|excess|heavy|moderate|occasional|large\s+(?:amounts?|quantities))\b", re.IGNORECASE
)
_PATIENTS = re.compile(
    r"\b(?:in|for|by)\s+(?:patients?|people|individuals|those)\s+(?:\w+\s+){0,2}(?:with|who|at)\b|\bif\s+you\s+have\b",
    re.IGNORECASE,
)
_NO_INTERACTION = re.compile(
    r"\bno\s+(?:(?:known|clinically|significant|relevant|major|specific|serious|important|direct|other|drug|drug-drug|cyp450|food"
    r"|reported|documented|systemic|medication|or|and)\s+){0,6}interactions?\b(?!\s+stud)"
    r"|\b(?:does|do)\s+not\s+(?:(?:significantly|directly|have|known|any|clinically|significant)\s+){0,4}interact(?:ions?)?\b",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:while|although|though|commonly|typically|widely|generally|usually|extensively|specifically|specific|formal|expected"
    r"|anticipated|listed|unlikely|however|but|except|besides|other\s+than|many|most|well|may|can|could|studies)\b",
    re.IGNORECASE,
)
_NARROW_LABEL = re.compile(
    r"\bcyp|\benzyme|\bp450|\botc\b|over-the-counter|supplement|herbal|lifestyle|other", re.IGNORECASE
)
_NARROW_TEXT = re.compile(
    r"\bcyp|\benzyme|\bp450\b|\bfood\b|\bdiet|\balcohol\b|supplement|\botc\b|herbal|lifestyle", re.IGNORECASE
)
_WITH_ONE = re.compile(
    r"\s+(?:\w+\s+){0,3}(?:with|between)\s+(?!(?:other|any|commonly|medic|drugs?|concomitant|the|topical|its)\b|medic)",
    re.IGNORECASE,
)
# Politeness that takes nothing back ("..., but it is best to tell your doctor what else you take").
_COURTESY = re.compile(
    r",?\s*(?:(?:but|however|though|although|still|nevertheless),?\s+)?"
    r"(?:it(?:['’]s|\s+is)\s+(?:\w+\s+){0,2}(?:important|essential|crucial|vital|advisable|best|prudent|recommended|wise|advised)"
    r"|(?:please|always|(?:you|patients)\s+should))\b"
    r"(?=[^.]*\b(?:inform|tell|consult|disclose|discuss|check|talk|notify)\b)[^.]*",
    re.IGNORECASE,
)
_CONCEDING = re.compile(r"^\W*(?:while|although|though)\s+", re.IGNORECASE)
_QUESTION = re.compile(r"^\s*(?:does|do|will|are\s+there)\b.*\binteract", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Denied:
    """An explicit "no interactions": with everything, or with some named things only."""

    everything: bool
    names: tuple[str, ...]
    start: int
    end: int


def speaks_of_co_use(text: str) -> bool:
    """Whether a text speaks of taking two things together."""
    return _CO_USE.search(text, text.lower()) is not None


def case_of(text: str, part: str, item: Interactant, stance: Stance | None = None) -> Scope:
    """The case that advice on an interaction is for: patients, their conditions, a dose or way of use.

    `part` is the clause of `text` that names the thing, or speaks of what a label above it names. "Avoid
    excessive alcohol" is advice to limit it, for every amount.
    """
    found: set[str] = set()
    word = _NARROWED.search(part[: item.start]) if item.end else _AMOUNT.search(text)
    if word and not (stance is Stance.LIMIT and _AMOUNT.search(word.group())):
        found.add(" ".join(word.group(1).lower().replace("-", " ").split()))
    patients = _PATIENTS.search(part)
    if patients:
        found.update(condition.name for condition in find_conditions(part[patients.start() :]))
    if Topic.PREGNANCY in find_topics(part):
        found.add("pregnancy")
    return Scope.of({**people(part), Facet.CONDITION: frozenset(found)})


def denied_interactions(statement: Statement, lore: Lore) -> Denied | None:
    """The denial that a statement of a section on interactions makes, or None.

    A hedged or narrowed one ("not commonly reported", "no CYP450 interactions") denies nothing.
    """
    text = _without_courtesy(statement.body)
    found = _NO_INTERACTION.search(text)
    bare = is_denial(text) or (
        statement.answer is Answer.NO and bool(_QUESTION.search(statement.question)) and not text.strip(" .")
    )
    if not (found or bare):
        return None
    start = statement.body_start + (found.start() if found else 0)
    end = statement.body_start + (found.end() if found else len(text))
    if _WEAK.search(text):
        return Denied(False, (), start, end) if not found or not named_interactants(text, lore) else None
    if found and _WITH_ONE.match(text, found.end()) and not named_interactants(text, lore):
        return None
    names = tuple(item.name for item in named_interactants(text, lore)) or _label_names(statement, lore)
    if names:
        return Denied(False, names, start, end)
    labels = [
        label.text for label in statement.passage.labels if label.kind in (LabelKind.LEAD_IN, LabelKind.ROW)
    ]
    narrow = any(_NARROW_LABEL.search(label) for label in labels) or bool(_NARROW_TEXT.search(text))
    return Denied(not narrow, (), start, end)


def _without_courtesy(text: str) -> str:
    """A text without the advice to tell a doctor about other medicines; places before it stay."""
    found = _COURTESY.search(text)
    if found is None or found.start() == 0:
        return text
    kept = text[: found.start()]
    conceding = _CONCEDING.match(kept)
    return " " * conceding.end() + kept[conceding.end() :] if conceding else kept


def _label_names(statement: Statement, lore: Lore) -> tuple[str, ...]:
    for label in reversed(statement.passage.labels):
        if label.kind in (LabelKind.LEAD_IN, LabelKind.ROW, LabelKind.QUESTION):
            names = tuple(item.name for item in named_interactants(label.text, lore))
            if names or label.kind is LabelKind.QUESTION:
                return names
    return ()
