"""The case that labels and sentences speak of: who, what for, by which route, in which phase."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import lru_cache

from monolint.domain.claim import Facet, Facets, Scope
from monolint.domain.document import Label, LabelKind, Passage
from monolint.extraction import lexicon
from monolint.extraction.abbreviations import expand
from monolint.extraction.grades import find_grades
from monolint.extraction.people import people
from monolint.extraction.quantities import find_amounts
from monolint.extraction.stated_conditions import find_indications
from monolint.extraction.statements import Lore, Statement
from monolint.extraction.stems import Stemmed, stemmed
from monolint.extraction.topics import Topic, impaired_organs

_SAID_BY_ROUTE = frozenset({"infusion", "injection", "solution for infusion", "solution for injection"})

_DOSING = frozenset({"posology", "administration"})
_PRODUCT_FACETS = frozenset({Facet.PRODUCT, Facet.ROUTE, Facet.FORMULATION})
_TRIMESTERS = {
    "first": "1",
    "1st": "1",
    "second": "2",
    "2nd": "2",
    "third": "3",
    "3rd": "3",
    "early": "1",
    "late": "3",
    "last": "3",
    "final": "3",
    "later": "23",
}
_TRIMESTER = stemmed(
    "trimester pregnancy",
    r"\b(?:(first|1st|second|2nd|third|3rd|last|final|later)(?:\s*(?:,|and|or|to|/|&)\s*(first|1st|second|2nd|third|3rd))?\s+(?:and\s+\w+\s+)?"
    r"trimesters?|(early|late)\s+pregnancy)",
)
_PHASES: tuple[tuple[str, Stemmed], ...] = (
    ("loading", stemmed("loading", r"\bloading\b")),
    (
        "first",
        stemmed(
            "first initial starting",
            r"\b(?:first|initial|starting)\s+(?:dose|infusion|injection|administration)\b|\binitially\b",
        ),
    ),
    (
        "subsequent",
        stemmed(
            "subsequent thereafter following then",
            r"\bsubsequent(?:ly)?\b|\bthereafter\b|\bfollowing\s+(?:doses|infusions)\b|\bthen\b",
        ),
    ),
    ("maintenance", stemmed("maintenance", r"\bmaintenance\b")),
)
_LONGEST_NAME = 7
_SENTENCE = re.compile(
    r"\b(?:is|are|was|has|have|depends?|var(?:y|ies)|includes?|follows?|may|should|can|must)\b", re.I
)
_PREVENTION = stemmed("prophyla prevent", r"\bprophyla\w+|\bprevent(?:ion|ive|s|ing)?\b")


def label_scope(passage: Passage, lore: Lore) -> Scope:
    """What the labels above a passage say of its case; an inner label overrules an outer one."""
    facets: Facets = {}
    inside = False
    for label in passage.labels:
        if label.kind is LabelKind.TITLE:
            continue
        if label.kind is LabelKind.KEY:
            facets.update(people(label.text))  # "pediatric: 5 mg/kg"; words of other keys are names
            continue
        inside = inside or label.section in _DOSING
        if not inside and label.section is None and _is_product(label.text):
            facets[Facet.PRODUCT] = frozenset({condition_name(label.text, lore)})
            continue
        found = text_facets(label.text, lore)
        if (
            inside
            and label.kind is not LabelKind.QUESTION
            and not set(found) - {Facet.PHASE}
            and _names_case(label, lore)
        ):
            found[Facet.CONDITION] = frozenset({condition_name(label.text, lore)})
        facets.update(found)
    return Scope.of(facets)


def product_scope(statement: Statement) -> Scope:
    """The product that advice on patients is about: one of several in a document, or a table's column."""
    columns = any(label.kind is LabelKind.COLUMN for label in statement.passage.labels)
    facets = _PRODUCT_FACETS if columns else frozenset({Facet.PRODUCT})
    return only(statement.scope, facets)


def _is_product(heading: str) -> bool:
    """Whether a heading names a product by its strength ("Exemplin 250 mg")."""
    return any(amount.unit.dimension in ("mass", "activity", "volume") for amount in find_amounts(heading))


def _names_case(label: Label, lore: Lore) -> bool:
    """Whether an unknown label under dosing names a case of its own ("Cluster therapy:")."""
    if label.section:
        return False
    words = set(re.findall(r"[a-z]+", label.text.lower()))
    if len(words) > _LONGEST_NAME or _SENTENCE.search(label.text):
        return False  # a sentence, not a name
    return bool(words - set(lexicon.words("generic_label_words"))) and label.text.lower() not in lore.names


def text_facets(text: str, lore: Lore) -> Facets:
    """Every facet that a label or a stretch of a sentence names."""
    facets = dict(_plain_facets(text))
    indications = find_indications(text, lore)
    if indications:
        facets[Facet.INDICATION] = frozenset(name for name, _, _ in indications)
    return facets


@lru_cache(maxsize=4096)
def _plain_facets(text: str) -> Mapping[Facet, frozenset[str]]:
    """The facets that a text names in words that mean the same in every document."""
    facets: Facets = {**people(text), **organs(text)}
    routes = frozenset(match.term for match in lexicon.routes().find(text))
    if routes:
        facets[Facet.ROUTE] = routes
    forms = frozenset(match.term for match in lexicon.formulations().find(text)) - _SAID_BY_ROUTE
    if forms:
        facets[Facet.FORMULATION] = forms
    trimesters = find_trimesters(text)
    if trimesters:
        facets[Facet.TRIMESTER] = trimesters
    if _PREVENTION.search(text, text.lower()):
        facets[Facet.CONDITION] = frozenset({"prevention"})
    phase = find_phase(text)
    if phase:
        facets[Facet.PHASE] = frozenset({phase})
    return facets


def organs(text: str) -> Facets:
    """Impaired kidneys or liver, with the grade where it is given."""
    facets: Facets = {}
    for topic in impaired_organs(text):
        facet = Facet.RENAL if topic is Topic.RENAL else Facet.HEPATIC
        facets[facet] = find_grades(text) or frozenset({"impaired"})
    return facets


def find_trimesters(text: str) -> frozenset[str]:
    """Trimesters that a text names, as "1", "2" and "3"."""
    found: set[str] = set()
    for match in _TRIMESTER.finditer(text, text.lower()):
        found.update(*(_TRIMESTERS[word.lower()] for word in match.groups() if word))
    return frozenset(found)


def find_phase(text: str) -> str | None:
    """The first phase of treatment that a text names."""
    lowered = text.lower()
    places = ((match.start(), name) for name, pattern in _PHASES if (match := pattern.search(text, lowered)))
    return min(places, default=(0, None))[1]


def condition_name(text: str, lore: Lore) -> str:
    """A label that names a case as a key: short forms expanded, words in the order of the alphabet."""
    return " ".join(
        sorted(set(re.findall(r"[^\W_]+(?:[-'][^\W_]+)*", expand(text, lore.abbreviations).lower())))
    )


def only(scope: Scope, facets: Container[Facet]) -> Scope:
    """A scope without its other facets."""
    return Scope(tuple(item for item in scope if item[0] in facets))


def part_scope(statement: Statement, part: str, lore: Lore, facets: Container[Facet]) -> Scope:
    """The case of a part of a sentence, as far as it is told by some facets."""
    own = {facet: members for facet, members in text_facets(part, lore).items() if facet in facets}
    return narrowed(only(statement.scope, facets), own)


def narrowed(outer: Scope, inner: Mapping[Facet, frozenset[str]]) -> Scope:
    """A scope with the facets of a sentence in it, which overrule those of the labels."""
    return Scope.of({**dict(outer.facets), **inner})
