"""Whether a fixed combination is on the market, and how a drug is supplied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Kind
from monolint.extraction.reader import reader
from monolint.extraction.statements import Draft, Lore, Statement

COMBINATION = "combination"
_MARKETED = "a marketed product"
_NOT_MARKETED = "no marketed product"

_WHAT = r"(?:combination|product|co-?formulation|formulation|medication|drug|medicine)"
_MADE = (
    r"(?:standard(?:i[sz]ed)?|pre-?made|pre-?mixed|fixed[\s-]dose|fixed|commercial(?:ly)?(?:\s+available)?"
    r"|marketed|approved|recogni[sz]ed|widely[\s-](?:used|available|recogni[sz]ed))"
)
_DENIED = re.compile(
    rf"\b(?:this|it|combination|there|which|these|and)\b[^.;]{{0,60}}\b(?:is|are|isn't|aren't)\s+"
    rf"(?:not\s+|no\s+|n't\s+)?(?:typically\s+|usually\s+|currently\s+)?(?:an?\s+)?{_MADE}\b[^.;]{{0,50}}\b{_WHAT}"
    rf"|\bnot\s+(?:typically\s+|usually\s+|currently\s+)?(?:an?\s+)?{_MADE}\b[^.;]{{0,50}}\b{_WHAT}"
    rf"|\bno\s+(?:standard\s+|single\s+)?(?:commercially\s+available|pre-?mixed|pre-?made|fixed[\s-]dose)\b[^.;]{{0,40}}\b{_WHAT}",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no|isn't|aren't)\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:always|all|only|other|additional|further|children|p(?:a)?ediatric|yet\s+in|some)\b", re.IGNORECASE
)
# "No standard dosage for this combination" and "no oral formulation" deny no product.
_OF_OTHER_THINGS = re.compile(
    r"(?<!fixed-)(?<!fixed )\bdos(?:e|es|age|ages|ing)\b"
    r"|\b(?:names?|administration|over-the-counter|oral|intravenous|iv|topical|universal(?:ly)?"
    r"|fda[\s-]approved|countries|markets?|version)\b",
    re.IGNORECASE,
)
_BRANDED = re.compile(
    r"\b(?:brand|trade)\s+names?\b[^.;]{0,40}\b(?:exist|include|vary|are|is)\b"
    r"|\b(?:is|are)\s+(?:commercially\s+)?(?:available|marketed|sold)\s+(?:as|under|in)\b[^.;]{0,50}"
    r"\b(?:brand|trade|combination|fixed|tablets?|capsules?|cream|syrup|name)"
    r"|\bcombination\s+(?:tablet|capsule|product|cream|syrup)\b[^.;]{0,60}\bis\b[^.;]{0,20}\bprescribed",
    re.IGNORECASE,
)
_SEPARATE = re.compile(
    r"\b(?:individual(?:ly)?|separate(?:ly)?|each|both|component|respective|may\s+not|if|no|not|none|without|alone|monotherapy)\b",
    re.IGNORECASE,
)


@reader("combination", "brand", "trade name", "available", "marketed", "product")
def read_statuses(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of status claims of a combination: whether it is sold as one product.

    Only a document whose drug has several ingredients makes them; a brand of one of these says nothing.
    """
    text = statement.text
    if len(lore.ingredients) < 2:
        return
    denied = _DENIED.search(text)
    if denied and _NOT.search(denied.group()):
        if not _PART.search(text[: denied.end()]) and not _OF_OTHER_THINGS.search(text):
            yield _draft(_NOT_MARKETED, denied)
        return
    branded = _BRANDED.search(text)
    of_one = sum(name.lower() in text.lower() for name in lore.ingredients) == 1
    if branded and not denied and not of_one and not _SEPARATE.search(text):
        yield _draft(_MARKETED, branded)


def _draft(member: str, hit: re.Match[str]) -> Draft:
    return Draft(Kind.STATUS, COMBINATION, Category(None, frozenset({member})), marks=(hit.span(),))
