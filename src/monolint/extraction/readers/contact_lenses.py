"""Whether contact lenses may be worn between doses of a drug for the eye, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Kind
from monolint.extraction.reader import reader
from monolint.extraction.statements import Answer, Draft, Lore, Statement

LENSES = "contact lenses"
_BETWEEN = "worn again after each dose"
_NEVER = "not worn during treatment"

_PUT_BACK = re.compile(
    r"\b(?:reinsert\w*|re-insert\w*|put\s+(?:\w+\s+){0,2}back|replac\w+|insert\w*)\b", re.IGNORECASE
)
_WAIT = re.compile(r"\b\d+\s*(?:-|–|to)?\s*\d*\s*min|\bwait\w*|\bafter\s+(?:each|every|a)\b", re.IGNORECASE)
_BAN = re.compile(
    r"\b(?:avoid|not|never|n't|refrain\s+from|discontinue|contraindicated)\b[^.;]{0,60}"
    r"\b(?:during\s+(?:treatment|therapy|use|the)|while\s+(?:using|on|being|undergoing|receiving)|throughout)\b"
    r"|\bavoid\w*\s+(?:wearing\s+|using\s+|the\s+use\s+of\s+)?contact\s+lens(?:es)?\s+(?:wear|use)?\s*(?:during|while)\b",
    re.IGNORECASE,
)
# Soft lenses alone, one preservative or an infected eye are cases of their own.
_CASE = re.compile(
    r"\b(?:if|until|soft|hydrophilic|some|preservative|symptoms|infect\w*|certain|depend\w*|may\s+be\s+able|bacterial|conjunctivitis)\b",
    re.IGNORECASE,
)
_AN_OPENING = re.compile(r",?\s*unless\b.*$", re.IGNORECASE)


@reader("lens", "insert")
def read_contact_lenses(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """A draft of how lenses are worn; a ban that waits for a doctor's word is still one."""
    text = _AN_OPENING.sub("", statement.text)
    if _CASE.search(text) or "contact lens" not in f"{text} {statement.label_text}".lower():
        return
    back = _PUT_BACK.search(text) if _WAIT.search(text) else None
    hit = back or _BAN.search(text)
    if hit is None or (hit is not back and statement.answer is Answer.YES):
        return
    way = _BETWEEN if back else _NEVER
    yield Draft(Kind.ADMINISTRATION, LENSES, Category(None, frozenset({way})), marks=(hit.span(),))
