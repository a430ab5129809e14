"""Whether a drug lets its users drive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Kind, Strength
from monolint.extraction.reader import reader
from monolint.extraction.stances import find_hedges
from monolint.extraction.statements import Draft, Lore, Statement

DRIVING = "driving"
_FREE = "not restricted"
_LIMITED = "restricted"

_DRIVE = re.compile(r"\b(?:driv(?:e|ing)|machin(?:e|es|ery))\b", re.IGNORECASE)
_ALLOWED = re.compile(
    r"\bno\s+(?:\w+\s+){0,2}(?:effects?|restrictions?|impact|influence|limitations?)\b(?:\s+\w+){0,3}?\s+(?:on|for|to)\s[^.;]{0,40}\b(?:driv|machin)"
    r"|\b(?:does|do|should|is|are)\s+not\s+(?:\w+\s+){0,2}?(?:affect|impair|influence|interfere)\b[^.;]{0,40}\b(?:driv|machin)"
    r"|\bsafe\s+to\s+drive\b",
    re.IGNORECASE,
)
_BARRED = re.compile(
    r"\b(?:do\s+not|don't|avoid|should\s+not|must\s+not|never|refrain\s+from)\s(?:[^.;]{0,60}\s)?(?:driv|operat|machin)"
    r"|\b(?:driv\w+|machinery)\s+(?:should|must)\s+be\s+avoided",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\b(?:if|unless|when|while\s+experienc\w+|depend\w*|children|high\s+doses?|alcohol|however|but|although|experienc\w+|combin\w+"
    r"|those|who|patients\s+with)\b",
    re.IGNORECASE,
)


@reader("driv", "machin")
def read_driving(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """A draft of whether driving is restricted. Care in case of an effect ("if drowsy") restricts nothing."""
    text = statement.text
    if not _DRIVE.search(text) or _CASE.search(text) or "overdose" in statement.sections:
        return
    allowed, barred = _ALLOWED.search(text), _BARRED.search(text)
    hit = allowed or barred
    if hit is None or (allowed and barred):
        return
    yield Draft(
        Kind.ADMINISTRATION,
        DRIVING,
        Category(None, frozenset({_FREE if allowed else _LIMITED})),
        strength=Strength.HEDGED if find_hedges(text) else Strength.PLAIN,
        marks=(hit.span(),),
    )
