"""How soon a drug works and how long its effect lasts, as answers and "onset of action" tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from monolint.domain.claim import Facet, Kind, Quantity
from monolint.extraction.ingredients import ingredient_of, speaks_of_others
from monolint.extraction.quantities import HOURS, find_amounts
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed, part_scope
from monolint.extraction.sentences import clauses
from monolint.extraction.statements import Draft, Lore, Statement

FIRST_EFFECT, FULL_EFFECT, DURATION = "time to first effect", "time to full effect", "duration of effect"
_SOON = re.compile(
    r"\bhow\s+(?:long|soon|quickly|fast|many\s+\w+)\b.*\b(?:work\w*|effects?|results?|relief|improve\w*|better|act|benefits?)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\bhow\s+long\b.*\b(?:effects?|relief|action)\b.*\blast", re.IGNORECASE)
_ONSET = re.compile(r"\bonset\s+of\s+(?:action|effect)\b", re.IGNORECASE)
_SHOULD = re.compile(r"\b(?:should|can\s+i|need\s+to|last|wait|after\s+stopping|stay|safe)\b", re.IGNORECASE)
_FULL = re.compile(
    r"\b(?:full\w*|maxim\w+|optimal|complete\w*|peak|best|entire|final|resolution)\b", re.IGNORECASE
)
# Other lengths of time in an answer: a course, a wait before calling the doctor, a part of the patients.
_OTHER = re.compile(
    r"\b(?:if|consult|course|continu\w*|daily|every|per|longer|later|significant\w*|substantial\w*|some|until|before|prior"
    r"|missed|intravenous\w*|iv|im|after\s+(?:stopping|discontinu\w+)|half-life|dose[sd]?|studies|trials?|use\s+(?:for|over|up)|responsive)\b",
    re.IGNORECASE,
)
_LASTS = re.compile(r"\blasts?\b|\bfor\b|\bduration\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:within|as\s+(?:early|soon|quickly)\s+as)\s+(?:the\s+first\s+)?$", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:(?:a\s+)?(?P<few>few|couple\s+of|several)\s+)?(?P<unit>seconds|minutes|hours|days|weeks|months)\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\s*(?:to|or|and|-|–)\s*(?:even\s+)?(?:up\s+to\s+)?(?:(?:a|an|the)\s+)?(?:full\s+)?", re.IGNORECASE
)
# Hours that a word without a figure can stand for.
_HOURS: Mapping[str, tuple[Decimal, Decimal]] = {
    "seconds": (Decimal(0), Decimal("0.02")),
    "minutes": (Decimal(0), Decimal(1)),
    "hours": (Decimal(1), Decimal(24)),
    "days": (Decimal(24), Decimal(168)),
    "weeks": (Decimal(240), Decimal(1680)),
    "months": (Decimal(1460), Decimal(8760)),
}
_FINE = Decimal("0.001")
_SEVERAL_DAYS = Decimal(336)
_CASE = frozenset({Facet.ROUTE, Facet.FORMULATION, Facet.INDICATION, Facet.POPULATION, Facet.AGE})


@dataclass(frozen=True, slots=True)
class _Time:
    """A length of time in hours, and the characters that state it."""

    low: Decimal
    high: Decimal | None
    start: int
    end: int


@reader()
def read_onsets(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of pharmacokinetics claims: when an effect begins, is complete and ends."""
    asked = _asked(statement)
    if asked is None:
        return
    for start, end in clauses(statement.text):
        part = statement.text[start:end]
        if _OTHER.search(part) or speaks_of_others(part, lore):
            continue
        if asked == DURATION and not _LASTS.search(part):
            continue
        found = _time(part)
        ingredient = _ingredient(statement, part, lore)
        if found is None or ingredient is None:
            continue
        name = FULL_EFFECT if asked == FIRST_EFFECT and _FULL.search(part) else asked
        scope = narrowed(part_scope(statement, part, lore, _CASE), {Facet.COMPONENT: ingredient})
        value = Quantity(found.low, found.high, "h")
        yield Draft(
            Kind.PHARMACOKINETICS, name, value, scope, marks=((start + found.start, start + found.end),)
        )


def _asked(statement: Statement) -> str | None:
    """What the question, or else the sentence itself, speaks of."""
    question = statement.question
    if question:
        if _LASTING.search(question):
            return DURATION
        return FIRST_EFFECT if _SOON.search(question) and not _SHOULD.search(question) else None
    return FIRST_EFFECT if _ONSET.search(statement.leading + statement.text) else None


def _ingredient(statement: Statement, part: str, lore: Lore) -> frozenset[str] | None:
    """The ingredient that a clause names; no name where it speaks of the whole drug."""
    named = [name for name in lore.ingredients if name in part.lower()]
    if len(lore.ingredients) > 1 and not named:
        return frozenset()
    return ingredient_of(statement, lore, part)


def _time(part: str) -> _Time | None:
    """The one length of time of a clause, or the range that two joined ones make."""
    found = sorted(_times(part), key=lambda time: time.start)
    if not found or len(found) > 2:
        return None
    if len(found) == 1:
        return found[0]
    one, two = found
    if not _LINK.fullmatch(part, one.end, two.start):
        return None
    high = None if one.high is None or two.high is None else max(one.high, two.high)
    return _Time(min(one.low, two.low or one.low), high, one.start, two.end)


def _times(part: str) -> Iterator[_Time]:
    taken = []
    for amount in find_amounts(part):
        taken.append((amount.start, amount.end))
        if amount.unit.symbol not in HOURS:
            continue
        times, parts = HOURS[amount.unit.symbol]
        low, high = ((bound * times / parts).quantize(_FINE) for bound in (amount.low, amount.high))
        below = amount.limit in ("<", "<=") or (low == high and _WITHIN.search(part[: amount.start]))
        above = amount.limit in (">", ">=")
        yield _Time(Decimal(0) if below else low, None if above else high, amount.start, amount.end)
    for match in _VAGUE.finditer(part):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        low, high = _HOURS[match["unit"].lower()]
        if match["unit"].lower() == "days" and (match["few"] or "").lower() != "few":
            high = _SEVERAL_DAYS
        yield _Time(low, high, match.start(), match.end())
