"""Whether a drug was taken off the market: in words, and by a flag in the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Kind
from monolint.domain.document import LabelKind, Origin
from monolint.extraction.reader import reader
from monolint.extraction.sentences import clauses
from monolint.extraction.statements import Answer, Draft, Lore, Statement

AVAILABILITY = "availability"
_WITHDRAWN, _NOT_BANNED = "withdrawn", "not banned"

_SECTIONS = frozenset({None, "indication", "names", "summary", "faq", "posology", "mechanism", "warning"})
_CUES = ("no longer", "withdrawn", "banned", "the market")
_BRANDS = re.compile(r"(?:brand|trade|proprietary)\s+names?\b", re.IGNORECASE)
_GONE = re.compile(
    r"\b(?:was|were|been|is|has|have|are)\s+(?:\w+ly\s+)?(?:withdrawn|banned|(?:removed|taken|pulled)\s+(?:off\s+|from\s+)?the\s+market)\b"
    r"|\b(?:is|are)\s+no\s+longer\s+(?:\w+\s+(?:or|and)\s+)?(?:available|marketed|sold|manufactured)\b",
    re.IGNORECASE,
)
_WIDELY = re.compile(
    r"\b(?:many|most|numerous|several)\s+(?:\w+\s+)?(?:countries|markets|regions|jurisdictions|nations)\b",
    re.I,
)
_IN_PART = re.compile(
    r"\b(?:u\.s|us|usa|united\s+states|canada|uk|india|europe\w*|eu|some|certain|formulations?|tablets?|capsules?|injections?|oral|topical"
    r"|intravenous|brand|combination\s+of|combined|version|strengths?|indications?|children|use|uses|if|may|might|patients?|doses?|then|until|gradually)\b",
    re.IGNORECASE,
)
_REMAINS = re.compile(
    r"\b(?:restrict\w*|remains?\s+available|still\s+(?:available|marketed|sold))\b", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"^\W*(?:\w+\W+){0,6}?(?:it|this\s+(?:drug\s+)?(?:drug|medication|medicine|combination)|the\s+(?:drug|medication|combination))\b",
    re.I,
)


@reader()
def read_availability(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of status claims on a drug that was withdrawn or banned, or is said not to be."""
    if statement.passage.origin is Origin.FRONT_MATTER and statement.lead_in:
        yield from _flagged(statement)
    lowered = statement.text.lower()
    if any(cue in lowered for cue in _CUES):
        yield from _gone(statement, lore)


def _flagged(statement: Statement) -> Iterator[Draft]:
    """A flag in the front matter ("is_banned: false")."""
    yes = statement.text.strip().lower() in ("true", "yes")
    key = statement.lead_in.lower()
    if statement.passage.labels[-1].kind is LabelKind.KEY and ("banned" in key or "withdrawn" in key):
        member = _WITHDRAWN if yes else _NOT_BANNED
        yield _draft(member, 0, len(statement.text))


def _gone(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """The drug itself was taken off the market, and not in one country or one form only."""
    if statement.section not in _SECTIONS or _BRANDS.search(statement.leading + statement.text):
        return
    if statement.answer is Answer.YES or _REMAINS.search(statement.passage.text):
        return
    for start, end in clauses(statement.text):
        part = statement.text[start:end]
        hit = _GONE.search(part)
        if not hit:
            continue
        before, after = part[: hit.start()], part[hit.end() :]
        named = any(name.lower() in before.lower() for name in lore.names) or _PRONOUN.match(before)
        whole = _WIDELY.search(after) or "banned" in hit.group().lower() or not _IN_PART.search(after[:60])
        if named and whole and not _IN_PART.search(before):
            yield _draft(_WITHDRAWN, start + hit.start(), start + hit.end())


def _draft(member: str, start: int, end: int) -> Draft:
    return Draft(Kind.STATUS, AVAILABILITY, Category(None, frozenset({member})), marks=((start, end),))
