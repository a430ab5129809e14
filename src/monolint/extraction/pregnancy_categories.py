"""The letters of pregnancy categories: of which scheme and for which trimesters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from monolint.domain.claim import Category, Facet, Kind, Scope
from monolint.extraction.scoping import find_trimesters, narrowed, only
from monolint.extraction.statements import Draft, Statement

CATEGORY = "category"
_LETTER = r"(?P<letter>[ABCDX][1-3]?)\b(?!\s*\+|[-'’])"
_NAMED_LETTER = re.compile(
    rf"\b(?:pregnancy\s+)?(?:safety\s+|risk\s+)?category\b\s*(?:[:=–-]|is|of|was)?\s*[\"“'(]?{_LETTER}",
    re.IGNORECASE,
)
_CATEGORY_LABEL = re.compile(r"\bcategory\b", re.IGNORECASE)
_LEADING_LETTER = re.compile(
    rf"(?:^|[;,]\s*|\b(?:and|then)\s+)(?:category\s+)?{_LETTER}(?=\s*(?:[.,;:(/–-]|$|(?:in|for|during|or|and)\b))"
)
_NEXT_LETTER = re.compile(
    rf"\s*(?:/|\b(?:or|and)\b)\s*(?:[Cc]ategory\s+)?{_LETTER}(?!\s+(?:in|for|during)\b)"
)
# "Combined with another medicine it is category A": a letter of the combination.
_COMBINED = re.compile(
    r"\b(?:(?:when|if)\s+(?:combined|used|given|taken)|in\s+combination)\s+with\b", re.IGNORECASE
)
_SCHEMES = (
    ("FDA", re.compile(r"\bFDA\b|\bU\.?S\.?A?\.?\b|\bUnited\s+States\b")),
    ("TGA", re.compile(r"\bTGA\b|\bADEC\b|\bAustralia\w*\b")),
)
Letter = re.Match[str]
Group = tuple[str | None, Scope]


def pregnancy_categories(statement: Statement) -> Iterator[Draft]:
    """The letters of a sentence, each with its own scheme and trimester.

    Letters that nothing sets apart ("C or D", one for each ingredient) are alternatives of one claim.
    """
    text = statement.text
    if _COMBINED.search(text):
        return
    labelled = _CATEGORY_LABEL.search(statement.lead_in) or (
        not statement.lead_in and _in_category_label(statement)
    )
    pattern = _LEADING_LETTER if labelled and statement.start == 0 else _NAMED_LETTER
    runs = list(_letter_runs(pattern, text))
    found: dict[Group, list[Letter]] = {}
    for number, letters in enumerate(runs):
        stop = runs[number + 1][0].start() if number + 1 < len(runs) else len(text)
        own = text[letters[-1].end() : stop].split(";")[0].split(".")[0]
        trimesters = find_trimesters(own)
        scope = narrowed(statement.scope, {Facet.TRIMESTER: trimesters} if trimesters else {})
        scheme = _scheme(own if len(runs) > 1 else f"{statement.lead_in} {text}", letters[0]["letter"])
        found.setdefault((scheme, only(scope, {Facet.TRIMESTER})), []).extend(letters)
    for (scheme, scope), matches in _of_one_scheme(found).items():
        value = Category(scheme, frozenset(match["letter"].upper() for match in matches))
        marks = tuple(match.span("letter") for match in matches)
        yield Draft(Kind.PREGNANCY, CATEGORY, value, scope, marks=marks)


def _of_one_scheme(found: Mapping[Group, list[Letter]]) -> dict[Group, list[Letter]]:
    """Letters with the scheme that the sentence names once for all of them ("D and ... C by the FDA")."""
    merged: dict[Group, list[Letter]] = {}
    for (scheme, scope), letters in found.items():
        named = {other for other, case in found if other and case == scope}
        only = scheme or (next(iter(named)) if len(named) == 1 else None)
        merged.setdefault((only, scope), []).extend(letters)
    return merged


def _letter_runs(pattern: re.Pattern[str], text: str) -> Iterator[list[re.Match[str]]]:
    """The letters of a text, those that are joined ("C or D") together."""
    end = 0
    while first := pattern.search(text, end):
        letters = [first]
        while following := _NEXT_LETTER.match(text, letters[-1].end()):
            letters.append(following)
        yield letters
        end = letters[-1].end()


def _in_category_label(statement: Statement) -> bool:
    return bool(statement.passage.labels) and bool(_CATEGORY_LABEL.search(statement.passage.labels[-1].text))


def _scheme(text: str, letter: str) -> str | None:
    """Whose letter it is, where the text beside it names one scheme; B1 to B3 are Australian."""
    if len(letter) == 2:
        return "TGA"
    named = [name for name, pattern in _SCHEMES if pattern.search(text)]
    return named[0] if len(named) == 1 else None
