"""What a drug is used for and what not, what it is used for alone, and with whose approval."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from monolint.domain.claim import Category, Facet, Kind, Scope, Stance, Strength
from monolint.domain.document import LabelKind
from monolint.extraction.ingredients import is_about_partners, subject_of
from monolint.extraction.people import people
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed, only
from monolint.extraction.sentences import clauses
from monolint.extraction.stated_conditions import find_indications
from monolint.extraction.statements import Answer, Draft, Lore, Statement

LICENCE, LINE = "licence", "line of treatment"
OFF_LABEL, ESTABLISHED = "off-label", "an established use"
FIRST_LINE, LATER_LINE = "first-line", "not first-line"

_SECTIONS = frozenset({None, "indication", "faq", "summary"})
_ABOUT_OTHERS = frozenset(
    {"interaction", "contraindication", "undesirable_effect", "overdose", "warning", "mechanism"}
    | {"pharmacokinetics", "pregnancy", "lactation", "monitoring", "names"}
)
_SUITED = (
    r"(?:indicated|intended|effective|used|approved|suitable|recommended|prescribed|licen[sc]ed|employed"
    r"|useful|beneficial|appropriate)"
)
_FOR = (
    r"(?:the\s+|treating\s+|treatment\s+of\s+|management\s+of\s+|managing\s+"
    r"|to\s+treat\s+|treat\s+|an?\s+|any\s+){0,4}"
)
_DENIED = re.compile(
    rf"\b(?:not|n't|never|no\s+longer)\s+(?:\w+\s+){{0,2}}?{_SUITED}\s+(?:for|against|in|to)\s+{_FOR}$"
    rf"|\b(?:not|n't)\s+work\s+(?:for|against)\s+{_FOR}$|\bineffective\s+(?:for|against|in)\s+{_FOR}$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:,|\bor\b|\band\b)+\s*", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:$|[.,;]|\bor\b|\band\b)", re.IGNORECASE)
_USE = re.compile(
    r"\b(?:indicated|used|prescribed|approved|effective|employed|licen[sc]ed|treats?|treatment\s+of|management\s+of|relieves?|manages?"
    r"|therapy\s+for|relief\s+of)\b",
    re.IGNORECASE,
)
_ESTABLISHED = re.compile(
    r"\b(?:(?:fda|ema)[\s-]approved|approved\s+for|indicated\s+(?:for|in)|licen[sc]ed|(?:primarily|mainly|mostly|commonly)\s+(?:used|prescribed|indicated)"
    r"|prescribed\s+for|primary\s+(?:use|indication)s?)\b",
    re.IGNORECASE,
)
_OFF_LABEL = re.compile(r"\boff-?\s?label\b|\bnot\s+(?:\w+\s+)?approved\s+for\b", re.IGNORECASE)
_SO_MARKED = re.compile(r"\s*\(off-?\s?label(?:\s+use)?\)", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:others?|various|like|such\s+as|than|outside|beyond|while|primary|cases?|shown|evidence|combin\w+|conditions?|maintenance|adjunct\w*"
    r"|after|before|when|where|severe|resistant|refractory|certain|some|specific|associated|with)\b",
    re.IGNORECASE,
)
_ANOTHER_THING = re.compile(r"prophyla|prevent|attack|episode|exacerbation|related|induced", re.IGNORECASE)
_LINES = (
    (LATER_LINE, re.compile(r"\b(?:second|third|2nd|3rd|last)[\s-]line\b", re.IGNORECASE)),
    (
        LATER_LINE,
        re.compile(
            r"\b(?:not|n't|never|no\s+longer|rarely)\b(?:\W+\w+){0,4}\W+first[\s-]line\b", re.IGNORECASE
        ),
    ),
    (
        FIRST_LINE,
        re.compile(
            r"\bfirst[\s-]line\s+(?:treatment|therapy|agent|drug|option|medication|choice)\b", re.IGNORECASE
        ),
    ),
)
_OTHER_LINE = re.compile(
    r"\b(?:after|following|fail\w*|unsuitable|when|if|other|alternative|to\s+first|first[\s-]line\s+(?:therap\w+|treatments|drugs|agents)\s+(?:ha|are|like)"
    r"|and\s+(?:second|third|later|subsequent)|maintenance|combin\w+|all|every\w*|some|most|many|often|usually|always|typically|generally)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no|n't|never|no\s+longer|isn't|rarely|unlike|than)\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:formulations?|combin\w+|alone|monotherapy|sole|children|infants?|adolescents?|p(?:a)?ediatric|women|men|unless|until)\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:may|might|could|can|sometimes|investigat\w+|research\w*|stud(?:y|ies|ied)|potential(?:ly)?|explor\w+|anecdotal|historical\w*|once"
    r"|occasional\w*|rarely|considered)\b",
    re.IGNORECASE,
)
# "Its salt (a related compound) is used for ...": the use is that one's.
_OF_ANOTHER = re.compile(
    r"\(an?\s+(?:related|similar|different)\s+(?:compound|drug|medicine|substance)\)", re.I
)
_CASE = frozenset({Facet.ROUTE, Facet.FORMULATION, Facet.POPULATION, Facet.AGE, Facet.SEX})


@reader()
def read_indications(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of indication claims: used or not, off-label or established, and "only used for ..."."""
    if _ABOUT_OTHERS.intersection(statement.sections):
        return
    yield from _marked(statement, lore)
    if statement.section not in _SECTIONS:
        return
    if statement.answer is Answer.NO or is_about_partners(statement):
        return
    heads = _heads(statement)
    for start, end in clauses(statement.text):
        text = statement.text[start:end]
        found = find_indications(text, lore)
        ingredient = subject_of(statement, lore, text) if found else None
        if ingredient is None or _OF_ANOTHER.search(text):
            continue
        scope = narrowed(_outer(statement), {**people(text), Facet.COMPONENT: ingredient})
        for draft in _drafts(text, found, scope, heads):
            yield _moved(draft, start)


def _marked(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """A condition that a label calls off-label ("Gout (off-label): ...")."""
    label = statement.leading
    if "label" not in label.lower() or _ANOTHER_THING.search(label):
        return
    ingredient = subject_of(statement, lore, label)
    if ingredient is None:
        return
    scope = narrowed(_outer(statement), {**people(label), Facet.COMPONENT: ingredient})
    for name, _, last in find_indications(label, lore):
        if ":" not in name and _SO_MARKED.match(label, last):
            marks = ((0, len(statement.text)),)
            yield Draft(Kind.INDICATION, name, _one(LICENCE, OFF_LABEL), scope, marks=marks)


def _heads(statement: Statement) -> str:
    """The introduction of the list that a statement stands in ("Exemplin is prescribed for:")."""
    return " ".join(label.text for label in statement.passage.labels if label.kind is LabelKind.INTRO)


def _drafts(text: str, found: list[tuple[str, int, int]], scope: Scope, heads: str) -> Iterator[Draft]:
    off_label = _OFF_LABEL.search(text)
    denied = False
    for index, (name, first, last) in enumerate(found):
        if _ANOTHER_THING.search(text[first : last + 12]):
            continue
        line = _line(text)
        here = scope if ":" not in name else narrowed(scope, {Facet.INDICATION: frozenset({name})})
        marks = ((first, last),)
        goes_on = denied and bool(_LISTED.fullmatch(text[found[index - 1][2] : first]))
        denied = (goes_on or bool(_DENIED.search(text[:first]))) and not off_label
        if denied:
            if _ENDS.match(text, last) and not _PART.search(text):
                yield Draft(Kind.INDICATION, _base(name), Stance.NOT_RECOMMENDED, here, marks=marks)
            continue
        if line:
            yield Draft(Kind.INDICATION, _base(name), _one(LINE, line), here, marks=marks)
        if off_label:
            named = off_label.end() <= first and not _UNSURE.search(text[off_label.end() : last])
            marked = _SO_MARKED.match(text, last)
            if (named or marked) and _ENDS.match(text, last) and not _PART.search(text):
                yield Draft(Kind.INDICATION, _base(name), _one(LICENCE, OFF_LABEL), here, marks=marks)
            continue
        before = f"{heads} {text[:first]}"
        if _NOT.search(before) or not _USE.search(before):
            continue
        doubtful = bool(_DOUBT.search(text))
        strength = Strength.HEDGED if doubtful else Strength.PLAIN
        yield Draft(Kind.INDICATION, _base(name), Stance.ADVISED, here, strength=strength, marks=marks)
        if not doubtful and _ESTABLISHED.search(before):
            yield Draft(Kind.INDICATION, _base(name), _one(LICENCE, ESTABLISHED), here, marks=marks)


def _line(text: str) -> str | None:
    """In which line of treatment a clause puts the drug, without further conditions."""
    if _OTHER_LINE.search(text):
        return None
    return next((line for line, pattern in _LINES if pattern.search(text)), None)


def _moved(draft: Draft, start: int) -> Draft:
    marks = tuple((start + first, start + last) for first, last in draft.marks)
    return replace(draft, marks=marks)


def _outer(statement: Statement) -> Scope:
    return only(statement.scope, _CASE)


def _base(name: str) -> str:
    """A condition without its modifiers."""
    return name.partition(": ")[0]


def _one(scheme: str, member: str) -> Category:
    return Category(scheme, frozenset({member}))
