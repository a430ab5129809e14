"""Adverse reactions: the terms of a list, how often they occur, and the lists as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monolint.domain.claim import Category, Kind, Nothing, Scope, Terms
from monolint.domain.document import LabelKind
from monolint.extraction.reaction_classes import frequency_class, is_serious
from monolint.extraction.reaction_terms import ALLERGIC, SIGNS_OF, Term, find_terms, without_brackets
from monolint.extraction.reaction_wording import (
    are_signs,
    list_end,
    turns,
)
from monolint.extraction.reader import reader
from monolint.extraction.stances import is_denial
from monolint.extraction.statements import Draft, Lore, Statement

_SECTION = "undesirable_effect"
COMMON, SERIOUS, OTHER = "common reactions", "serious reactions", "other reactions"
_COMMON_CLASSES = frozenset({"common", "very_common"})
_RUN_IN = re.compile(
    r"(?:^|(?<=[.;)])|(?<=\w)(?=\s(?:Common|Serious|Rare|Severe|Uncommon|Less|Very|Frequent|Occasional)\b))"
    r"\s*(?P<label>[A-Z][^.:;,]{2,70}):\s+"
)
_OPENING = re.compile(
    r"(?P<label>[^.;:]{0,160}?\b(?:effects?|reactions?|events?)\b[^.;:]{0,80}?\b(?:include[sd]?|are|were|such\s+as|like))\b[:,]?\s+",
    re.IGNORECASE,
)
_ALLERGY_ENDS = re.compile(
    r"\b(?:allerg|hypersensitiv|anaphyla)\w*\s+(?:reactions?|effects?|events?)\s+(?:(?:can|may|could)\s+)?(?:include[sd]?|such\s+as|like)$",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"\b(?:can|may|could|might)\s+(?:also\s+)?(?:occur|happen|develop|be\s+seen)\b|\b(?:is|are)\s+(?:also\s+)?possible\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\s*(?P<head>[^:.;,]{3,60}):\s")
# Signs of an allergy that stand in a list as they are, without the word for it.
_BREATHLESS = "dyspnea"
_ALLERGY_SIGNS = frozenset({"rash", "urticaria", "pruritus", "edema", "angioedema", "facial edema"})
_ENDS_IN_REACTIONS = re.compile(r"\b(?:side|adverse)\s+effects?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """What the label above a list says: how often, and whether the list is of serious reactions."""

    frequency: Category | None
    serious: bool
    plain: bool

    @property
    def list_name(self) -> str:
        if self.serious:
            return SERIOUS
        if self.plain or (self.frequency and self.frequency.members & _COMMON_CLASSES):
            return COMMON
        return OTHER


@reader(sections={_SECTION})
def read_adverse_reactions(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of adverse_reaction claims: one per term with a frequency, and one per list."""
    if statement.section != _SECTION:
        return
    if is_denial(statement.body):
        yield Draft(Kind.ADVERSE_REACTION, None, Nothing(), Scope())
        return
    for heading, start, end in _stretches(statement):
        terms = _without_allergy_signs(list(find_terms(statement, start, end)))
        for term in terms:
            frequency = term.frequency or heading.frequency
            if frequency:
                marks = ((term.start, term.end),)
                yield Draft(Kind.ADVERSE_REACTION, term.name, frequency, Scope(), marks=marks)
        if terms and (heading.list_name != OTHER or len(terms) > 2):
            members = frozenset(term.name for term in terms)
            yield Draft(Kind.ADVERSE_REACTION, heading.list_name, Terms(members), Scope())


def _without_allergy_signs(terms: list[Term]) -> list[Term]:
    """Terms without "rash, hives, difficulty breathing, swelling", which tell one thing: an allergy."""
    names = {term.name for term in terms}
    if _BREATHLESS not in names or len(names & _ALLERGY_SIGNS) < 2:
        return terms
    return [term for term in terms if term.name not in _ALLERGY_SIGNS and term.name != _BREATHLESS]


def _stretches(statement: Statement) -> Iterator[tuple[Heading, int, int]]:
    """Parts of a sentence under one label: its own run-in labels, else the labels above it."""
    text = statement.text
    runs = [m for m in _RUN_IN.finditer(text) if _is_heading(m["label"])]
    first = runs[0].start() if runs else len(text)
    if text[:first].strip():
        opening = _OPENING.match(text, 0, first)
        if opening and _is_of_allergy(opening["label"]):
            opening = None  # what follows are signs of the allergy
        said = _said_heading(opening["label"]) if opening else None
        yield from _turned(text, said or _heading_above(statement), opening.end() if opening else 0, first)
    for number, run in enumerate(runs):
        end = runs[number + 1].start() if number + 1 < len(runs) else len(text)
        heading = Heading(frequency_class(run["label"]), is_serious(run["label"]), False)
        yield from _turned(text, heading, run.end(), end)


def _turned(text: str, heading: Heading, start: int, end: int) -> Iterator[tuple[Heading, int, int]]:
    """A part up to where it turns to another frequency ("; rarely, ..."), and one part for each turn."""
    bare = without_brackets(text)
    end = list_end(bare, start, end)
    head = _HEAD.match(bare, start, end)
    if head and are_signs(head["head"]):
        end = head.end("head")
    begin = start
    for turn, after, frequency in turns(bare[start:end]):
        yield heading, begin, start + turn
        heading, begin = Heading(frequency, False, False), start + after
    yield heading, begin, end


def _is_heading(label: str) -> bool:
    """Whether a run-in label is of a list; "Lactic acidosis (rare):" is a reaction, its signs follow."""
    if are_signs(without_brackets(label)):
        return False
    return bool(frequency_class(label)) or is_serious(label)


def _is_of_allergy(label: str) -> bool:
    return bool(ALLERGIC.search(label) and (_ALLERGY_ENDS.search(label) or not frequency_class(label)))


def _said_heading(label: str) -> Heading | None:
    """What the opening of a sentence says of its list ("Less common side effects include ...")."""
    frequency, serious = frequency_class(label), is_serious(label)
    return Heading(frequency, serious, False) if frequency or serious else None


def _heading_above(statement: Statement) -> Heading:
    for label in reversed(statement.passage.labels):
        if label.kind is LabelKind.QUESTION and statement.start and _ADDED.search(statement.text):
            break  # the first sentence answers the question, this one goes beyond it
        if label.kind in (LabelKind.LEAD_IN, LabelKind.ROW, LabelKind.INTRO) and _is_of_signs(label.text):
            return Heading(None, True, False)
        frequency, serious = frequency_class(label.text), is_serious(label.text)
        if frequency or serious:
            return Heading(frequency, serious, False)
        if label.kind is LabelKind.HEADING or label.section == _SECTION:
            break
    return Heading(None, False, "summary" in statement.sections)


def _is_of_signs(label: str) -> bool:
    """Whether a label says that signs of one reaction follow ("Symptoms of low potassium include")."""
    found = SIGNS_OF.search(label)
    return are_signs(label) or (found is not None and not _ENDS_IN_REACTIONS.search(label, found.end()))
