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
_A = r"(?:(?:a|per|each|every|in\s+a)\s+)?"
_DAY_OR_WEEK = rf"(?:daily|{_A}day\b|(?P<week>weekly|{_A}week\b))"
_COUNTED = stemmed(
    "times x application administration instillation doses",
    r"\b(?P<low>\d+|one|two|three|four|five|six)(?:\s*(?:-|–|to|or)\s*(?P<high>\d+|two|three|four|five|six|seven|eight))?\s*"
    r"(?:x|times|applications?|administrations?|instillations?|doses)"
    rf"(?:\s+|\s?/\s?(?=day|week)){_DAY_OR_WEEK}",
)
_ONCE_OR_MORE = stemmed(
    "twice thrice times",
    rf"\b(?P<low>once|one|1|twice)-?\s+(?:or|to)\s+(?P<high>twice|two\s+times|three\s+times|thrice)[\s-]+{_DAY_OR_WEEK}",
)
_OR = re.compile(r"\s*(?:/|\bor\b|\bto\b|-|–)\s*", re.IGNORECASE)
_LATIN = stemmed("q", r"\bq\.?\s?(?P<low>\d{1,2})(?:-(?P<high>\d{1,2}))?\s?h(?:r|rs|ours)?\b\.?")
_WORDS = {"once": 1, "one": 1, "twice": 2, "two": 2, "thrice": 3, "three": 3, "four": 4, "five": 5, "six": 6}
_WORDS |= {"seven": 7, "eight": 8}
_OTHER_USE = re.compile(
    r"\s*(?:dose|doses|dosage|maximum|limit|intake|total|requirement|amount|allowance|activities|living)\b",
    re.I,
)
_SAME_TIME = re.compile(r"\btimes?\s+(?:of\s+(?:the\s+)?)?$", re.IGNORECASE)
_BARE_RATE = frozenset({"daily", "weekly", "monthly", "hourly"})
_TOTAL = frozenset({"daily", "per day", "a day", "each day", "every day", "everyday", "on a daily basis"})
_ARTICLE = re.compile(r"(?:a|per|each)\s", re.IGNORECASE)
_LENGTH = re.compile(
    r"\b(?:to|within|for|in|about|over|than|of|after|or|once|twice|times|hours?|days?|weeks?)\s+(?:half\s+)?$",
    re.IGNORECASE,
)
_LENGTH_AFTER = re.compile(r"\s+or\s+(?:less|more|so|longer|two)\b", re.IGNORECASE)
_BEDTIME = re.compile(r"\bbed\s?time|\bnight", re.IGNORECASE)
_AT_A_MEAL = re.compile(
    r"\b(?:meals?|breakfast|lunch|dinner|morning|noon)\s*(?:,|and|,\s*and|or)\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Rate:
    """How long it is from one dose to the next, shortest to longest, in hours ("h") or months ("mo").

    `is_total` says that a bare "daily" or "a day" gives what a day adds up to, not how often.
    """

    low: Decimal
    high: Decimal
    unit: str
    start: int
    end: int
    is_total: bool = False

    @property
    def quantity(self) -> Quantity:
        return Quantity(self.low, self.high, self.unit)

    @property
    def per_day(self) -> tuple[Decimal, Decimal] | None:
        """Fewest and most doses a day, when there is at least one."""
        if self.unit != "h" or self.high > 24 or self.low <= 0:
            return None
        return 24 / self.high, 24 / self.low


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
        before = text[max(0, match.start - _NEAR) : match.start]
        if _SAME_TIME.search(before) or _is_no_rate(text, match.start, match.end):
            continue
        rate = vocabulary.rates[match.term]
        length = rate.period * (_HOURS.get(rate.unit) or _MONTHS[rate.unit]) / rate.times
        unit = "h" if rate.unit in _HOURS else "mo"
        bare = " ".join(text[match.start : match.end].lower().split()) in _TOTAL
        found.append(Rate(length, length, unit, match.start, match.end, bare))
    return _joined(sorted(found, key=lambda rate: rate.start), text)


def _joined(rates: Sequence[Rate], text: str) -> tuple[Rate, ...]:
    """Rates that are alternatives of one dose ("TID or QID", "once daily to twice daily") as one rate."""
    found: list[Rate] = []
    for rate in rates:
        last = found[-1] if found else None
        if last and _OR.fullmatch(text, last.end, rate.start) and _BEDTIME.search(text, rate.start, rate.end):
            continue  # "three times a day or at bedtime" tells when, not how often
        if last and last.unit == rate.unit and _OR.fullmatch(text, last.end, rate.start):
            low, high = min(last.low, rate.low), max(last.high, rate.high)
            found[-1] = Rate(low, high, rate.unit, last.start, rate.end)
        else:
            found.append(rate)
    return tuple(found)


def _is_no_rate(text: str, start: int, end: int) -> bool:
    """Whether words for a rate are part of another word ("daily dose") or of a length ("days to a week")."""
    words, before = text[start:end].lower(), text[max(0, start - 40) : start]
    if words in _BARE_RATE and _OTHER_USE.match(text, end):
        return True
    if words.endswith("bedtime") and _AT_A_MEAL.search(before):
        return True
    return bool(_ARTICLE.match(words) and (_LENGTH.search(before) or _LENGTH_AFTER.match(text, end)))


def _counted(text: str) -> list[Rate]:
    found = []
    lowered = text.lower()
    for match in (*_COUNTED.finditer(text, lowered), *_ONCE_OR_MORE.finditer(text, lowered)):
        counts = [_count(word) for word in (match["low"], match["high"] or match["low"])]
        if not min(counts):
            continue
        period = _HOURS["wk"] if match["week"] else _HOURS["d"]
        found.append(Rate(period / max(counts), period / min(counts), "h", *match.span()))
    for match in _LATIN.finditer(text, lowered):
        low = Decimal(match["low"])
        if not low:
            continue
        found.append(Rate(low, Decimal(match["high"] or low), "h", *match.span()))
    return found


def _count(word: str) -> Decimal:
    first = word.lower().split()[0]
    return Decimal(_WORDS.get(first, first))


def _intervals(text: str, figures: Sequence[Amount]) -> list[Rate]:
    found = []
    for amount in figures:
        near = max(0, amount.start - _NEAR)
        every = _EVERY.search(text[near : amount.start])
        if every is None or amount.unit.per or not amount.low:
            continue
        if amount.unit.symbol == "min":
            found.append(Rate(amount.low / 60, amount.high / 60, "h", near + every.start(), amount.end))
        elif amount.unit.symbol == "mo":
            found.append(Rate(amount.low, amount.high, "mo", near + every.start(), amount.end))
    return found
