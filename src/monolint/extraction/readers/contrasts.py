"""What a drug is or does where one thing excludes the other: its class, its action, its fate in the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from monolint.domain.claim import Category, Facet, Kind, Strength
from monolint.extraction.ingredients import ingredient_of, is_about_partners, speaks_of_others
from monolint.extraction.lexicon.contrasts import Contrast, contrasts_in
from monolint.extraction.lexicon.phrases import PhraseMatch
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed, part_scope
from monolint.extraction.sentences import clauses
from monolint.extraction.statements import Draft, Lore, Statement

_DRUG_ITSELF = frozenset({None, "mechanism", "indication", "summary", "names", "faq", "pharmacokinetics"})
_SECTIONS: Mapping[Kind, frozenset[str | None]] = {
    Kind.MECHANISM: _DRUG_ITSELF,
    Kind.PHARMACOKINETICS: _DRUG_ITSELF
    | {"pregnancy", "lactation", "renal", "hepatic", "warning", "posology"},
    Kind.STATUS: frozenset({None, "indication", "summary", "names", "faq", "posology", "administration"}),
}
_ABOUT_OTHERS = frozenset({"interaction", "contraindication", "undesirable_effect", "overdose", "monitoring"})
_CASE = frozenset({Facet.ROUTE, Facet.FORMULATION, Facet.POPULATION, Facet.AGE})
_NEGATED = re.compile(
    r"\b(?:not|no|n't|never|neither|nor|without|lacks?)\b(?:\W+\w+){0,3}\W*$", re.IGNORECASE
)
_HEDGED = re.compile(
    r"\b(?:may|might|could|thought|believed|appears?|seems?|possibly|probably|likely|presumed|suggests?|usually|generally"
    r"|typically|often|sometimes|considered)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:metabolites?|active\s+form|some|certain|depend\w*|many|most|countr\w+|regions?|jurisdictions?|formulations?|strengths?|products?"
    r"|states?|specific|vary|varies|both|either|un?absorbed|portion|high(?:er)?\s+(?:doses?|concentrations?)|low(?:er)?\s+(?:doses?|concentrations?))\b",
    re.IGNORECASE,
)

_BEING = re.compile(
    r"(?:^|:|\b(?:is|was|as|being|called|an?|belongs\s+to(?:\s+the)?|drug\s+includes|classification|class)\b)\W*(?:[\w-]+\W+){0,4}$",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"\b(?:belong\w*|class(?:es)?|classified|classification|category|group|family|type\s+of|one\s+of)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?<=[a-z]s)(?![\w])|(?:\s+\w+){0,2}?\s+(?:agents|drugs|insulins|antihistamines|vaccines|diuretics|blockers|inhibitors|antagonists)\b",
    re.IGNORECASE,
)
_EDGE = re.compile(r"[,;:()]|\band\b")


@reader()
def read_contrasts(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of mechanism, pharmacokinetics and status claims that choose one of several sides."""
    if _ABOUT_OTHERS.intersection(statement.sections) or is_about_partners(statement):
        return
    for contrast in contrasts_in(_joined(statement)):
        if statement.section in _SECTIONS[contrast.kind]:
            yield from _drafts(contrast, statement, lore)


def _joined(statement: Statement) -> str:
    """A sentence behind its label, as one phrase ("Excretion: Mainly unchanged")."""
    return (
        f"{statement.leading.removesuffix(': ')}  {statement.text}" if statement.leading else statement.text
    )


def _drafts(contrast: Contrast, statement: Statement, lore: Lore) -> Iterator[Draft]:
    """One claim where all phrases of a sentence state the same side; two sides are told apart by a case."""
    text = statement.leading + statement.text
    offset = len(statement.leading)
    hits = contrast.find(_joined(statement))
    if not hits or len({hit.label for hit in hits}) > 1:
        return
    hit = hits[0]
    start, end = next((s, e) for s, e in clauses(text) if s <= hit.start < e)
    part = text[start:end]
    if speaks_of_others(part, lore) or _NEGATED.search(text[start : hit.start]) or _ELSEWHERE.search(part):
        return
    if contrast.is_class and not _is_said_to_be(statement, start, hit):
        return
    ingredient = ingredient_of(statement, lore)
    if ingredient is None:
        return
    value = Category(None, frozenset(hit.label.split("|")))
    strength = Strength.HEDGED if _HEDGED.search(text[start : hit.start]) else Strength.PLAIN
    case = part_scope(statement, _around(text, hit), lore, _CASE)
    scope = narrowed(case, {Facet.COMPONENT: ingredient})
    yield Draft(
        contrast.kind,
        contrast.name,
        value,
        scope,
        strength=strength,
        marks=((max(0, hit.start - offset), max(0, hit.end - offset)),),
    )


def _is_said_to_be(statement: Statement, start: int, hit: PhraseMatch) -> bool:
    """Whether the drug is said to be of a class; in the plural only a class is spoken of, not the drug."""
    text = statement.leading + statement.text
    before = text[start : hit.start]
    if _PLURAL.match(text, hit.end):
        return bool(_MEMBER.search(before))
    return bool(_BEING.search(before))


def _around(text: str, hit: PhraseMatch) -> str:
    """A phrase with the words that belong to it: up to the next comma, bracket or "and" on both sides."""
    first = max((match.end() for match in _EDGE.finditer(text, 0, hit.start)), default=0)
    last = _EDGE.search(text, hit.end)
    return text[first : last.start() if last else len(text)]
