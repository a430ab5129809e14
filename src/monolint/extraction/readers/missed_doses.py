"""What to do about a missed dose: take it late or skip it, and up to when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from monolint.domain.claim import Category, Kind, Quantity
from monolint.extraction.quantities import find_amounts
from monolint.extraction.reader import reader
from monolint.extraction.statements import Draft, Lore, Statement

LATE = "late dose"
AFTER_TIME = "time since the missed dose"
BEFORE_NEXT = "time until the next dose"
_TAKE = "taken as soon as remembered"
_SKIP = "skipped"

_TAKEN = re.compile(
    r"\bas\s+soon\s+as\s+(?:\w+\s+){0,2}(?:remember\w*|possible|reali[sz]e\w*|recall\w*)|\bwhen\s+you\s+remember",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"\b(?:take|taken|taking|apply|applied|use|used|administer\w*|inject\w*|give|given|inhal\w*|instil\w*|insert\w*)\b",
    re.IGNORECASE,
)
_SKIPPED = re.compile(
    r"\bskip(?:ped)?\s+(?:the|that|any|a)?\s*(?:missed\s+|forgotten\s+)?(?:dose|one|it)\b|\b(?:missed\s+)?doses?\s+(?:should|must)\s+be\s+skipped"
    r"|\b(?:do\s+not|don't|should\s+not)\s+take\s+(?:the|a)\s+missed\s+dose\b"
    r"|\b(?:simply|just)\s+(?:take|administer|apply|give|use|inject|resume|continue|go\s+on)\b[^.;]{0,30}\bnext\b"
    r"|\b(?:do\s+not|don't)\s+(?:try\s+to\s+|attempt\s+to\s+)?(?:make\s+up|catch\s+up)\b(?:\s+(?:for|on)\s+(?:the|a|any)\s+missed\s+(?:dose|one))?(?=[.;]|$)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if|unless|when|until|almost|close|near(?:ly)?|within|more\s+than|less\s+than|depend\w*|otherwise|vomit\w*"
    r"|some|may|consult|pills?|cycles?|weekly|monthly)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^\W*(?:if|when)\s+(?:you|a\s+patient|the\s+patient|a\s+dose)\b(?![^,.]*\b(?:than|within|\d))[^,.]{0,40},",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:next|upcoming|following)\b[^.;]{0,40}\b(?:dose|application|time)\b|\bnext\s+(?:one|is)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|passed|late|missed|miss|been|scheduled\s+time|usual\s+time|remember\w*|elapsed)\b",
    re.IGNORECASE,
)
_PASSED = re.compile(r"\b(?:since|passed|late)\b", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:within|less\s+than|more\s+than|over|under|fewer\s+than|at\s+least)\s+(?:about\s+|an?\s+|the\s+)?$",
    re.IGNORECASE,
)
_BRANCH = re.compile(r"[.;]\s|,\s+(?=(?:skip|take|but|and\s+if)\b)|\bunless\b|\bif\b", re.IGNORECASE)
_AN_HOUR = re.compile(
    r"\b(?:within|(?:more|less)\s+than|over|under)\s+(?:about\s+)?(an\s+hour)\b", re.IGNORECASE
)
# What may stand before the advice: a warning that every leaflet gives.
_NO_DOUBLING = re.compile(
    r"^\W*(?:no,?\s+)?(?:do\s+not|don't|never)\s+(?:take\s+a\s+)?double\b[^.;]*\W*$", re.IGNORECASE
)
_MINUTES = 60
_LONGEST = 72  # hours; a longer time is a course that was broken off, not a dose


@reader(sections={"missed_dose"})
def read_missed_doses(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of what to do about a missed dose, from sections and answers that are about it."""
    yield from _advice(statement)
    yield from _limits(statement)


def _advice(statement: Statement) -> Iterator[Draft]:
    """Late or skipped; a passage that skips only a dose near the next one takes it late."""
    taken = _TAKEN.search(statement.text)
    if taken and _ACT.search(statement.text):
        yield _draft(LATE, Category(None, frozenset({_TAKE})), taken)
        return
    skipped = _SKIPPED.search(statement.text)
    rest = _OPENING.sub("", statement.text)
    if (
        skipped
        and not _CONDITION.search(rest)
        and not _TAKEN.search(statement.passage.text)
        and (not statement.previous or _NO_DOUBLING.match(statement.previous))
    ):
        yield _draft(LATE, Category(None, frozenset({_SKIP})), skipped)


def _limits(statement: Statement) -> Iterator[Draft]:
    """Hours since the missed dose or until the next one that part taking it late from skipping it."""
    for amount in find_amounts(statement.text):
        hours = amount.high / _MINUTES
        if amount.unit.symbol != "min" or amount.low != amount.high or not 1 <= hours <= _LONGEST:
            continue
        before = statement.text[: amount.start]
        if not (amount.limit or _LIMIT.search(before)):
            continue
        yield from _limit(statement, hours, amount.start, amount.end)
    for spelled in _AN_HOUR.finditer(statement.text):
        yield from _limit(statement, Decimal(1), *spelled.span(1))


def _limit(statement: Statement, hours: Decimal, start: int, end: int) -> Iterator[Draft]:
    topic = _measured_from(statement.text, start, end)
    if topic:
        value = Quantity(hours, hours, "h")
        yield Draft(Kind.MISSED_DOSE, topic, value, statement.scope, marks=((start, end),))


def _measured_from(text: str, begin: int, stop: int) -> str | None:
    """What the hours are counted from, by the words of the branch that they stand in."""
    start = max((found.end() for found in _BRANCH.finditer(text, 0, begin)), default=0)
    end = min((found.start() for found in _BRANCH.finditer(text, stop)), default=len(text))
    part = text[start:end]
    following = text[stop:end]
    if _NEXT.search(part) and not _PASSED.search(following):
        return BEFORE_NEXT
    return AFTER_TIME if _SINCE.search(part) else None


def _draft(topic: str, value: Category, hit: re.Match[str]) -> Draft:
    return Draft(Kind.MISSED_DOSE, topic, value, marks=(hit.span(),))
