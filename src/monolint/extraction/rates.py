"""How often: "every 3 weeks", "twice daily", "q8h", "2 to 3 times a day"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from monolint.domain.claim import Quantity
from monolint.extraction import lexicon
from monolint.extraction.quantities import Amount, find_amounts
from monolint.extraction.stems import stemmed

_NEAR = 60
_HOURS = {"h": Decimal(1), "d": Decimal(24), "wk": Decimal(168)}
_MONTHS = {"mo": Decimal(1), "yr": Decimal(12)}
_EVERY = re.compile(
    r"\b(?:every|each|once\s+in|at\s+intervals\s+of|intervals?\s+of)\s+(?:about\s+|approximately\s+)?$", re.I
)
_COUNTED = stemmed(
    "times application administration instillation doses",
    r"\b(?P<low>\d+|one|two|three|four|five|six)(?:\s*(?:-|–|to|or)\s*(?P<high>\d+|two|three|four|five|six|seven|eight))?"
    r"\s+(?:times|applications?|administrations?|instillations?|doses)\s*"
    r"(?:(?:daily|/\s*day|(?:a|per|each|every|in\s+a)\s+day)|(?P<week>weekly|/\s*week|(?:a|per|each|every|in\s+a)\s+week))\b",
)
_ONCE_OR_TWICE = stemmed(
    "twice",
    r"\b(?:once|one|1)\s+(?:or|to)\s+twice\s+(?:daily|(?:a|per|each)\s+day|(?P<week>weekly|(?:a|per|each)\s+week))\b",
)
_LATIN = stemmed("q", r"\bq\.?\s?(?P<low>\d{1,2})(?:-(?P<high>\d{1,2}))?\s?h(?:r|rs|ours)?\b\.?")
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_OTHER_USE = re.compile(
    r"\s*(?:dose|doses|dosage|maximum|limit|intake|total|requirement|amount|allowance|activities|living)\b",
    re.I,
)
_SAME_TIME = re.compile(r"\btimes?\s+(?:of\s+(?:the\s+)?)?$", re.IGNORECASE)
_BARE_RATE = frozenset({"daily", "weekly", "monthly", "hourly"})


@dataclass(frozen=True, slots=True)
class Rate:
    """How long it is from one dose to the next, shortest to longest, in hours ("h") or months ("mo")."""

    low: Decimal
    high: Decimal
    unit: str
    start: int
    end: int

    @property
    def quantity(self) -> Quantity:
        return Quantity(self.low, self.high, self.unit)

    @property
    def per_day(self) -> tuple[Decimal, Decimal] | None:
        """Fewest and most doses a day, when there is at least one."""
        if self.unit != "h" or self.high > 24 or self.low <= 0:
            return None
        return 24 / self.high, 24 / self.low


def is_as_needed(text: str) -> bool:
    """Whether a text makes doses conditional ("as needed")."""
    return bool(lexicon.frequencies().as_needed.find(text))


@lru_cache(maxsize=512)
def find_rates(text: str) -> tuple[Rate, ...]:
    """Every statement of how often, in order; longer statements hide shorter ones inside them."""
    figures = find_amounts(text)
    found = [*_counted(text), *_intervals(text, figures)]
    taken = [(rate.start, rate.end) for rate in found]
    taken += [(a.start, a.end) for a in figures if a.unit.dimension != "occurrence"]
    vocabulary = lexicon.frequencies()
    for match in vocabulary.index.find(text):
        if any(match.start < end and start < match.end for start, end in taken):
            continue
        if _SAME_TIME.search(text[max(0, match.start - _NEAR) : match.start]):
            continue
        if text[match.start : match.end].lower() in _BARE_RATE and _OTHER_USE.match(text, match.end):
            continue
        rate = vocabulary.rates[match.term]
        length = rate.period * (_HOURS.get(rate.unit) or _MONTHS[rate.unit]) / rate.times
        found.append(Rate(length, length, "h" if rate.unit in _HOURS else "mo", match.start, match.end))
    return tuple(sorted(found, key=lambda rate: rate.start))


def _counted(text: str) -> list[Rate]:
    found = []
    lowered = text.lower()
    for match in _COUNTED.finditer(text, lowered):
        counts = [
            Decimal(_WORDS.get(word.lower()) or int(word) or 1) for word in match.group("low", "high") if word
        ]
        period = _HOURS["wk" if match["week"] else "d"]
        found.append(Rate(period / max(counts), period / min(counts), "h", *match.span()))
    for match in _ONCE_OR_TWICE.finditer(text, lowered):
        period = _HOURS["wk" if match["week"] else "d"]
        found.append(Rate(period / 2, period, "h", *match.span()))
    for match in _LATIN.finditer(text, lowered):
        low = Decimal(match["low"])
        found.append(Rate(low, Decimal(match["high"] or low), "h", *match.span()))
    return found


def _intervals(text: str, figures: Sequence[Amount]) -> list[Rate]:
    found = []
    for amount in figures:
        near = max(0, amount.start - _NEAR)
        every = _EVERY.search(text[near : amount.start])
        if every is None or amount.unit.per:
            continue
        if amount.unit.symbol == "min":
            found.append(Rate(amount.low / 60, amount.high / 60, "h", near + every.start(), amount.end))
        elif amount.unit.symbol == "mo":
            found.append(Rate(amount.low, amount.high, "mo", near + every.start(), amount.end))
    return found
