"""Interacting drugs and drug classes, and what to do about them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Kind, Nothing, Qualifier, Scope, Stance, Strength
from monolint.extraction import lexicon
from monolint.extraction.stances import find_advice, is_denial, overall, strength
from monolint.extraction.statements import Draft, Lore, Statement

_SECTION = "interaction"
_CO_USE = re.compile(
    r"\b(?:concomitant\w*|concurrent\w*|co-?administ\w+|combin\w+|simultaneous\w*|interact\w*|(?:used|taken|given)\s+(?:together\s+)?with)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:these|this|such|the)\s+(?:drugs?|agents?|medicines?|medications?|inhibitors?|inducers?|combinations?|substances?)\b|\bconcomitant\s+use\b|\bco-?administration\b|\bcombined\s+use\b|^\s*if\b",
    re.I,
)
_FALLBACK = re.compile(
    r"\bif\s+(?:(?:this\s+is\s+|it\s+is\s+|use\s+is\s+)?(?:unavoidable|not\s+possible)|(?:\w+\s+){0,4}(?:cannot\s+be\s+avoided|is\s+(?:necessary|unavoidable)))",
    re.IGNORECASE,
)
_ALLERGIC = re.compile(
    r"\b(?:allerg\w+|hypersensitiv\w+|sensitiv\w+|intoleran\w+)\s+to\b[^.;]{0,60}$", re.IGNORECASE
)
_STRENGTH_WORD = re.compile(r"\b(strong|potent|powerful|moderate|weak)\s+(?:\w+\s+and\s+)?$", re.IGNORECASE)
_ABOUT_OTHERS = frozenset(["undesirable_effect", "indication", "posology", "names", "storage", "overdose"])


def read_interactions(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of interaction claims: an interacting class or drug with a stance, or an explicit nothing."""
    inside = _SECTION in statement.sections and statement.section == _SECTION
    if statement.section in _ABOUT_OTHERS or not (inside or _CO_USE.search(statement.text)):
        return
    if inside and is_denial(statement.body):
        yield Draft(Kind.INTERACTION, None, Nothing(), Scope())
        return
    objects = find_interactants(statement.text)
    if not objects and _AGAIN.search(statement.text):
        objects = find_interactants(statement.previous)
        objects = [(name, 0, 0) for name, _, _ in objects]
    for name, start, end in _once(objects):
        yield from _advice(statement, name, start, end, inside)


def _once(objects: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Objects without repeats."""
    seen: set[str] = set()
    kept = []
    for name, start, end in objects:
        if name not in seen:
            seen.add(name)
            kept.append((name, start, end))
    return kept


def find_interactants(text: str) -> list[tuple[str, int, int]]:
    """Drug classes that a text names, with the word for their strength, and where they stand."""
    found = []
    for match in lexicon.drug_classes().index.find(text):
        if _ALLERGIC.search(text[: match.start]):
            continue
        word = _STRENGTH_WORD.search(text[: match.start])
        if word and match.term.split()[0] not in ("strong", "moderate", "weak"):
            level = {"potent": "strong", "powerful": "strong"}.get(
                word.group(1).lower(), word.group(1).lower()
            )
            found.append((f"{level} {match.term}", word.start(), match.end))
        else:
            found.append((match.term, match.start, match.end))
    return found


def _advice(statement: Statement, name: str, start: int, end: int, inside: bool) -> Iterator[Draft]:
    text = statement.text
    advice = overall(find_advice(text), text)
    mark = ((start, end),) if end > start else ()
    if advice is None:
        if inside:
            yield Draft(Kind.INTERACTION, name, Stance.NAMED, Scope(), marks=mark)
        return
    qualifier = Qualifier.FALLBACK if _FALLBACK.search(text[: advice.end]) else Qualifier.USUAL
    hedged = Strength.PLAIN if advice.stance is Stance.HAZARD else strength(text, advice)
    yield Draft(
        Kind.INTERACTION, name, advice.stance, Scope(), qualifier, hedged, ((advice.start, advice.end),)
    )
