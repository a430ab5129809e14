"""Adverse reactions: the terms of a list, how often they occur, and the lists as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monolint.domain.claim import Category, Kind, Nothing, Scope, Terms
from monolint.domain.document import LabelKind, PassageKind
from monolint.extraction import lexicon
from monolint.extraction.reaction_classes import frequency_class, is_serious
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
    r"(?P<label>[^.;:]{0,160}?\b(?:effects?|reactions?|events?)\b[^.;:]{0,80}?\b(?:include[sd]?|are|were|such\s+as))\b[:,]?\s+",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\(\s*(?:including|includes?|e\.\s?g\.,?|such\s+as|like)\s+([^()]{3,160})\)", re.IGNORECASE
)
_ALLERGIC = re.compile(r"\b(?:allerg|hypersensitiv|anaphyla)", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,;•]\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+|\.\s+")
_SEVERITY = re.compile(
    r"^(severe|serious|mild|moderate|fatal|life-threatening|persistent|transient)\s+", re.IGNORECASE
)
_LEADING = re.compile(
    r"^(?:(?:and|or|other|some|the|an?|possible|potential|(?:(?:increased )?risk|signs|development) of)\s+)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"^(?:potentially|including|such\s+as|which|especially|particularly|leading|these|this|like|e\.g|though|but|as|if|in|with)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:no|not|without|never|unlikely)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|may|can|have|has|been|should|occurs?|experience\w*|include[sd]?|reported|observed|consult|contact|stop|seek)\b",
    re.I,
)
_LONGEST_TERM = 5


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


@dataclass(frozen=True, slots=True)
class Term:
    """One reaction of a list, where it stands, and a frequency of its own if it has one."""

    name: str
    start: int
    end: int
    frequency: Category | None


@reader(sections={_SECTION})
def read_adverse_reactions(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of adverse_reaction claims: one per term with a frequency, and one per list."""
    if statement.section != _SECTION:
        return
    if is_denial(statement.body):
        yield Draft(Kind.ADVERSE_REACTION, None, Nothing(), Scope())
        return
    for heading, start, end in _stretches(statement):
        terms = list(_terms(statement, start, end))
        for term in terms:
            frequency = term.frequency or heading.frequency
            if frequency:
                yield Draft(
                    Kind.ADVERSE_REACTION, term.name, frequency, Scope(), marks=((term.start, term.end),)
                )
        if terms and (heading.list_name != OTHER or len(terms) > 2):
            members = frozenset(term.name for term in terms)
            yield Draft(Kind.ADVERSE_REACTION, heading.list_name, Terms(members), Scope())


def _stretches(statement: Statement) -> Iterator[tuple[Heading, int, int]]:
    """Parts of a sentence under one label: its own run-in labels, else the labels above it."""
    text = statement.text
    runs = [m for m in _RUN_IN.finditer(text) if frequency_class(m["label"]) or is_serious(m["label"])]
    first = runs[0].start() if runs else len(text)
    if text[:first].strip():
        opening = _OPENING.match(text, 0, first)
        said = _said_heading(opening["label"]) if opening else None
        yield said or _heading_above(statement), opening.end() if opening else 0, first
    for number, run in enumerate(runs):
        end = runs[number + 1].start() if number + 1 < len(runs) else len(text)
        yield Heading(frequency_class(run["label"]), is_serious(run["label"]), False), run.end(), end


def _said_heading(label: str) -> Heading | None:
    """What the opening of a sentence says of its list ("Less common side effects include ...")."""
    frequency, serious = frequency_class(label), is_serious(label)
    return Heading(frequency, serious, False) if frequency or serious else None


def _heading_above(statement: Statement) -> Heading:
    for label in reversed(statement.passage.labels):
        frequency, serious = frequency_class(label.text), is_serious(label.text)
        if frequency or serious:
            return Heading(frequency, serious, False)
        if label.kind is LabelKind.HEADING or label.section == _SECTION:
            break
    return Heading(None, False, "summary" in statement.sections)


def _terms(statement: Statement, start: int, end: int) -> Iterator[Term]:
    text = _without_brackets(statement.text)
    if _is_list(statement, text[start:end]):
        yield from _listed(statement.text, text, start, end)
        return
    for match in lexicon.reactions().find(text[start:end]):
        before = text[start : start + match.start][-30:]
        if not _NEGATED.search(before):
            yield Term(_with_severity(match.term, before), start + match.start, start + match.end, None)


def _with_severity(term: str, before: str) -> str:
    word = re.search(r"\b(severe|serious|mild|fatal|life-threatening)\s+$", before, re.IGNORECASE)
    return f"{word.group(1).lower()} {term}" if word else term


def _is_list(statement: Statement, text: str) -> bool:
    if _VERB.search(text):
        return False
    items = [item for item in _SEPARATOR.split(text) if item.strip()]
    if statement.passage.kind in (PassageKind.ITEM, PassageKind.CELL):
        return True
    return len(items) > 1 and sum(len(item.split()) for item in items) <= _LONGEST_TERM * len(items)


def _listed(raw: str, text: str, start: int, end: int) -> Iterator[Term]:
    position = start
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(text, start, end)] + [(end, end)]
    for cut, following in cuts:
        item = text[position:cut]
        if _TAIL.match(item.strip()):
            break
        name = term_name(item)
        if name and not _NEGATED.search(item):
            begin = position + len(item) - len(item.lstrip())
            frequency = frequency_class(_bracket_after(raw, cut))
            yield Term(name, begin, position + len(item.rstrip(" .")), frequency)
            if not _ALLERGIC.search(item):
                yield from _members(raw, begin, cut, frequency)
        position = following


def _members(raw: str, start: int, end: int, frequency: Category | None) -> Iterator[Term]:
    """The reactions in brackets after a wider one ("mood changes (including anxiety)").

    Signs of an allergy are no reactions of their own.
    """
    for found in _MEMBERS.finditer(raw, start, end):
        for match in lexicon.reactions().find(found.group(1)):
            begin = found.start(1) + match.start
            before = raw[found.start(1) : begin]
            yield Term(_with_severity(match.term, before), begin, found.start(1) + match.end, frequency)


def _bracket_after(raw: str, cut: int) -> str:
    """The brackets that end at a cut ("rash (1-10%)"), which may hold the term's own frequency."""
    before = raw[:cut].rstrip(" .")
    return before[before.rfind("(") :] if before.endswith(")") else ""


def _without_brackets(text: str) -> str:
    """The text with everything in brackets blanked, so that offsets stay."""
    out: list[str] = []
    depth = 0
    for character in text:
        depth += character in "([{"
        out.append(character if depth == 0 else " ")
        if character in ")]}" and depth:
            depth -= 1
    return "".join(out)


def term_name(item: str) -> str | None:
    """The canonical name of a reaction; a severity word makes it another term; None for other text."""
    plain = _LEADING.sub("", " ".join(item.lower().strip(" .:*").split()))
    severity = _SEVERITY.match(plain)
    core = plain[severity.end() :] if severity else plain
    canonical = lexicon.reactions().canonical(core)
    if canonical is None and (
        not core or len(core.split()) > _LONGEST_TERM or not re.search(r"[a-z]{3}", core)
    ):
        return None
    return f"{severity.group(1)} {canonical or core}" if severity else canonical or core
