"""Figures with a unit in prose: "3.6 mg/kg", "5 to 10 mg", "three weeks", "21-day", "1 million units"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from monolint.domain.claim import Quantity
from monolint.extraction import lexicon
from monolint.extraction.units import Unit, compound, spellings

_FRACTIONS = frozenset({("1", "2"), ("1", "3"), ("2", "3"), ("1", "4"), ("3", "4"), ("1", "8")})
_NOT_FIGURES = frozenset({"once", "twice", "thrice", "single", "a single", "double", "triple", "zero"})
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[   ]\d{3})+(?![\d.])|\d+(?:[.·]\d+)?"
_LIMITS = (
    (
        re.compile(
            r"(?:(?:[≤]|<=|up\s+to|at\s+most|no\s+more\s+than|not\s+more\s+than|not\s+exceeding|maximum\s+of)\s*)$",
            re.I,
        ),
        "<=",
    ),
    (re.compile(r"(?:(?:<|under|below|less\s+than|fewer\s+than|younger\s+than)\s*)$", re.I), "<"),
    (
        re.compile(
            r"(?:(?:[≥]|>=|at\s+least|no\s+less\s+than|not\s+less\s+than|a\s+minimum\s+of)\s*)$", re.I
        ),
        ">=",
    ),
    (re.compile(r"(?:(?:>|over|above|more\s+than|greater\s+than|older\s+than|exceeding)\s*)$", re.I), ">"),
)
_BETWEEN = re.compile(r"\bbetween\s+$|\bfrom\s+$", re.I)


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure or range in a canonical unit, and the characters that state it.

    `limit` is "<", "<=", ">" or ">=" when a word or sign before it makes it a bound, else "".
    """

    low: Decimal
    high: Decimal
    unit: Unit
    start: int
    end: int
    limit: str = ""

    @property
    def quantity(self) -> Quantity:
        """The figure as a claim's value, with an open side where it is a bound."""
        low = None if self.limit in ("<", "<=") else self.low
        high = None if self.limit in (">", ">=") else self.high
        return Quantity(low, high, self.unit.symbol)

    @property
    def exact(self) -> Quantity:
        """The figure itself, whatever stands before it."""
        return Quantity(self.low, self.high, self.unit.symbol)


@cache
def _figure_words() -> Mapping[str, Decimal]:
    return {word: value for word, value in lexicon.number_words().items() if word not in _NOT_FIGURES}


# No dose has so many; Decimal could not work with them exactly.
_MOST_DIGITS = 15
# A length of time in hours, as a fraction: times are read in minutes or months.
HOURS: Mapping[str, tuple[int, int]] = {"min": (1, 60), "mo": (730, 1)}


@cache
def _pattern() -> re.Pattern[str]:
    words = _figure_words()
    signs = "".join(lexicon.fractions())
    spelled = "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
    number = rf"\d+/\d+(?!\d)|(?:{_DIGITS})(?:\s?[{signs}])?|[{signs}]|\b(?:{spelled})\b"
    times = "|".join(lexicon.multipliers())
    unit = rf"(?:{spellings()})"
    per = rf"(?:\s?(?:/|\bper\b|\ba(?=\sday))\s?(?:1[.]73\s?)?{unit}(?![\w²³])(?:\s(?:of\s)?body\s?weight)?)"
    measure = rf"{unit}(?![\w²³]){per}{{0,3}}"
    gap = r"[\s\u00a0-]{0,2}"
    to = r"\s?(?P<sep>-|–|—|−|\bto\b|\bor\b|\band\b|\bup\sto\b)\s?"
    upper = rf"{to}(?P<b>{number})(?:\s?(?P<bm>{times})\b)?{gap}(?P<u>{measure})"
    first, second = (re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{branch}>", upper) for branch in "12")
    return re.compile(
        rf"(?<![\w.,:/-])(?P<a>{number})(?:\s?(?P<am>{times})\b)?(?:{gap}(?P<au>{measure})(?:{first})?|{second})",
        re.IGNORECASE,
    )


@cache
def _unit_parts() -> re.Pattern[str]:
    return re.compile(rf"(?:^|/|\bper\b|\ba\b)\s?(?:1[.]73\s?)?({spellings()})(?![\w²³])", re.IGNORECASE)


@cache
def _unit(written: str) -> Unit | None:
    parts = [part for part in _unit_parts().findall(written) if not re.match(r"of\b", part)]
    return compound(parts[0], tuple(parts[1:])) if parts else None


@lru_cache(maxsize=2048)
def find_amounts(text: str) -> tuple[Amount, ...]:
    """All figures with a known unit in a text, in order."""
    found = []
    position = 0
    for start in _figure_places(text):
        match = _pattern().match(text, start) if start >= position else None
        if match:
            amount = _amount(text, match)
            if amount:
                found.append(amount)
            position = amount.end if amount else match.end("a")
    return tuple(found)


def _figure_places(text: str) -> list[int]:
    """Where digits, fractions and words for figures begin: an amount can begin nowhere else.

    To ask for letters first is many times as fast as to search for the words.
    """
    places = [match.start() for match in _figure_signs().finditer(text)]
    lowered = text.lower()
    if any(stem in lowered for stem in _figure_stems()):
        places += [match.start() for match in _spelled_figure().finditer(text)]
        places.sort()
    return places


@cache
def _figure_signs() -> re.Pattern[str]:
    return re.compile(rf"[\d{''.join(lexicon.fractions())}]+")


@cache
def _figure_stems() -> tuple[str, ...]:
    """Letters that every word for a figure holds one of: the shortest words that are part of no other."""
    words = sorted(_figure_words(), key=len)
    return tuple(word for at, word in enumerate(words) if not any(other in word for other in words[:at]))


@cache
def _spelled_figure() -> re.Pattern[str]:
    spelled = "|".join(map(re.escape, sorted(_figure_words(), key=lambda word: (-len(word), word))))
    return re.compile(rf"\b(?:{spelled})\b", re.IGNORECASE)


def _amount(text: str, match: re.Match[str]) -> Amount | None:
    branch = "1" if match["au"] else "2"
    separator, upper, upper_unit = match["sep" + branch], match["b" + branch], match["u" + branch]
    end = match.end()
    if separator and separator.lower() == "and" and not _BETWEEN.search(text[: match.start()]):
        if not match["au"]:
            return None
        upper, end = None, match.end("au")
    low_unit = _unit(match["au"] or upper_unit)
    high_unit = _unit(upper_unit) if upper else low_unit
    if low_unit is None or high_unit is None:
        return None
    if high_unit.symbol.startswith(f"{low_unit.symbol}/"):
        low_unit = _as_its_upper_end(low_unit, high_unit)  # "5 mg to 10 mg/day"
    if low_unit.symbol != high_unit.symbol:
        upper, end, high_unit = None, match.end("au"), low_unit
    low = _number(match["a"], match["am"] or (match["bm2"] if branch == "2" else None))
    high = _number(upper, match["bm" + branch]) if upper else low
    if low is None or high is None:
        return None
    bounds = sorted((low * low_unit.factor, high * high_unit.factor))
    before = text[max(0, match.start() - 24) : match.start()]
    limit = next((sign for pattern, sign in _LIMITS if pattern.search(before)), "")
    return Amount(bounds[0], bounds[1], high_unit, match.start(), len(text[:end].rstrip()), limit)


def _as_its_upper_end(low: Unit, high: Unit) -> Unit:
    """The unit of a lower end that is written without what the upper one is divided by."""
    return Unit(high.symbol, low.factor, low.dimension, high.per)


def _number(written: str, multiplier: str | None) -> Decimal | None:
    fractions = lexicon.fractions()
    text = written.strip().lower()
    value = _figure_words().get(text)
    if value is None:
        sign = next((sign for sign in fractions if sign in text), None)
        digits = re.sub(r"[,   ]", "", text.replace(sign or "", "")).replace("·", ".")
        if "/" in digits:
            above, below = digits.split("/")
            if (above, below) not in _FRACTIONS:
                return None  # two strengths of a combination ("5/160 mg")
            value = Decimal(above) / Decimal(below)
        elif len(digits) > _MOST_DIGITS:
            return None
        else:
            value = Decimal(digits or 0) + (fractions[sign] if sign else 0)
    return value * lexicon.multipliers()[multiplier.lower()] if multiplier else value
