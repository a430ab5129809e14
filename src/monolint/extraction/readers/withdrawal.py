"""How treatment is ended: at once, or by steps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Kind, Strength
from monolint.extraction.reader import reader
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import find_hedges
from monolint.extraction.statements import Answer, Draft, Lore, Statement

WITHDRAWAL = "withdrawal"
_SUDDEN = "stopped at once"
_GRADUAL = "withdrawn gradually"

_CUES = ("abrupt", "sudden", "taper", "gradual", "at once", "slowly")
_AT_ONCE = r"(?:abruptly|suddenly|at\s+once|without\s+(?:\w+\s+){0,2}taper\w*|without\s+gradual\w*)"
_MAY_STOP = re.compile(
    rf"\b(?:can|may)\s+(?:\w+ly\s+)?(?:be\s+)?(?:stop(?:ped)?|discontinued?|withdrawn)\b(?:\s+taking)?[^.;,]{{0,40}}\b{_AT_ONCE}"
    rf"|\bsafe\s+to\s+(?:stop|discontinue)\b[^.;,]{{0,40}}\b{_AT_ONCE}"
    r"|\b(?:no\s+(?:need\s+(?:to|for)\s+)?taper\w*|taper\w*\s+is\s+(?:not|un)\s*(?:\w+ly\s+)?(?:required|needed|necessary))",
    re.IGNORECASE,
)
_MUST_TAPER = re.compile(
    rf"\b(?:do\s+not|don't|never|should\s+not|must\s+not|avoid)\s+(?:be\s+)?(?:stop\w*|discontinu\w*|withdraw\w*)\b[^.;,]{{0,40}}\b{_AT_ONCE}"
    r"|\b(?:do\s+not|don't|never|should\s+not|avoid)\s+(?:abrupt(?:ly)?|sudden(?:ly)?)\s+(?:stop\w*|discontinu\w*|withdraw\w*|cessation)"
    r"|\bshould\s+be\s+(?:(?:gradually|slowly)\s+(?:tapered|reduced|withdrawn|discontinued)|(?:tapered|reduced|withdrawn|discontinued)\s+(?:gradually|slowly))"
    r"|\b(?:stopping|discontinu\w+|withdrawal)\b[^.;,]{0,40}\bnot\s+recommended",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:some|depend\w*|prior\s+to|before|surgery|long[\s-]term|prolonged|high\s+doses?|other|concomitant|steroids?"
    r"|corticosteroids?|opioids?|if|without\s+(?:first\s+)?(?:consult\w*|talking|speaking|medical|your|a\s+doctor|discuss\w*|advice))\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|never|cannot|n't)\b", re.IGNORECASE)


@reader(*_CUES)
def read_withdrawal(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """A draft of how the drug is stopped. Steps that only some patients need are left out.

    "Not without asking a doctor" says nothing about steps.
    """
    for start, end in clauses(statement.text):
        part = statement.text[start:end]
        sudden, gradual = _MAY_STOP.search(part), _MUST_TAPER.search(part)
        hit = sudden or gradual
        if hit is None or (sudden and gradual) or _OTHER.search(part):
            continue
        if sudden and (statement.answer is Answer.NO or _NEGATED.search(part[: hit.start()])):
            continue
        yield Draft(
            Kind.ADMINISTRATION,
            WITHDRAWAL,
            Category(None, frozenset({_SUDDEN if sudden else _GRADUAL})),
            strength=Strength.HEDGED if find_hedges(part) else Strength.PLAIN,
            marks=((start + hit.start(), start + hit.end()),),
        )
