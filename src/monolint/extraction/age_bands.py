"""Ages: which lengths of time are somebody's age, and the bands in years that they are."""

from __future__ import annotations

import re
from decimal import Decimal

from monolint.extraction.quantities import Amount
from monolint.extraction.stems import stemmed

_AGE_WORDS = re.compile(
    r"\b(?:age[ds]?|years?\s+old|years?\s+of\s+age|yrs?\s+old|months?\s+of\s+age|months?\s+old|year-old|(?:older|younger)\s+than"
    r"|years?\s+(?:and|or)\s+(?:older|over|above|up|younger|under))\b",
    re.I,
)
_AND_OLDER = re.compile(
    r"\s*(?:\+|(?:of\s+age\s*)?(?:and|or)\s+(?:older|younger)\b|(?:and|or)\s+(?:above|over|under|below|up)\b)",
    re.I,
)
_BOUND_SIGNS = " \t<>≤≥="
_BOUND_WORDS = re.compile(
    r"\s*(?:under|over|above|below|from|less\s+than|more\s+than|older\s+than|younger\s+than)\s+",
    re.IGNORECASE,
)
_WORDED = {
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "eight": "8",
    "ten": "10",
    "twelve": "12",
}
_BARE_AGE = stemmed(
    "children adolescents patients individuals those people adults age",
    r"\b(?:children|adolescents|patients|individuals|those|people|adults|aged?|ages)\s+\(?(?:aged?\s+|ages\s+)?"
    r"(?P<sign>under|below|younger\s+than|less\s+than|over|older\s+than|above|[<>≤≥])?\s*(?:(?:the\s+)?age\s+(?:of\s+)?)?"
    rf"(?P<low>\d{{1,2}}|{'|'.join(_WORDED)})(?:\s*(?:-|–|to)\s*(?P<high>\d{{1,2}}))?"
    r"(?P<onward>\s*\+|\s+(?:and|or)\s+(?:older|over|above|up)\b)?(?P<downward>\s+(?:and|or)\s+(?:younger|under|below)\b)?"
    r"(?=\s*(?:[;:()]|[.,](?!\d)|$|and\b|or\b|should\b|who\b|the\b|for\b|in\b|with\b|can\b|may\b|is\b|unless\b|due\b|because\b))",
)
_DOWN_TO = re.compile(r"\b(?:under|below|before)\s+(?:the\s+)?age\s+of\s*$", re.IGNORECASE)
_UP_FROM = re.compile(
    r"\b(?:(?:over|above|from)\s+(?:the\s+)?age\s+of|minimum\s+age(?:\s+(?:of|is))?|from(?:\s+age)?)\s*$",
    re.IGNORECASE,
)
_FROM_AGE = re.compile(
    r"(?P<low>\d{1,2})\s*(?P<months>months?)?(?:years?)?\s*(?:-|–|to)\s*(?:<|less\s+than|under)\s*$",
    re.IGNORECASE,
)
# "28 days to 3 years": the lower end has another unit than the upper one.
_FROM_DAYS = re.compile(r"(?P<low>\d{1,2})\s*(?:days?|(?P<weeks>weeks?))\s*(?:-|–|to)\s*$", re.IGNORECASE)
_DAYS_A_MONTH = Decimal("30.4")
_GOES_ON = re.compile(r"\s*(?:-|–|to)\s*(?:<|less\s+than|under)\s*\d", re.IGNORECASE)
# A label that ends in a bracket of years names ages ("Severe attacks (over 6 years)").
_LABEL_WIDTH = 60
_IN_BRACKETS = re.compile(r"\(\s*(?:(?:over|under|above|below|[<>≤≥])\s*)?$", re.IGNORECASE)
# "For a shorter time (6-9 months)" is how long, not how old.
_LENGTH_BEFORE = re.compile(
    r"\b(?:time|durations?|courses?|periods?|therapy|treatment)\s*\(\s*$", re.IGNORECASE
)
_WHO = re.compile(
    r"\b(?:children|child|adolescents?|infants?|adults?|patients?|p(?:a)?ediatric|elderly|neonates?)\b", re.I
)


def bare_ages(text: str) -> list[tuple[str, int, int]]:
    """Ages that are written without "years" ("those aged 6-12", "children under 18"), and where."""
    found = []
    for match in _BARE_AGE.finditer(text, text.lower()):
        low, high = _WORDED.get(match["low"].lower(), match["low"]), match["high"]
        sign = (match["sign"] or "").lower()
        if sign.startswith(("under", "below", "younger", "less", "<", "≤")) or match["downward"]:
            band = f"-{low}"
        elif sign or match["onward"]:
            band = f"{low}-"
        else:
            band = f"{low}-{high}" if high else low
        found.append((band, match.start("low"), match.end("high") if high else match.end("low")))
    return found


def is_age(amount: Amount, text: str) -> bool:
    """Whether months or years are somebody's age, not a length of time."""
    if amount.unit.dimension != "calendar" or amount.unit.per:
        return False
    if _GOES_ON.match(text, amount.end):
        return False
    around = text[max(0, amount.start - 30) : amount.end + 14]
    before = text[: amount.start]
    if not before.strip(_BOUND_SIGNS) or _BOUND_WORDS.fullmatch(before):
        return True
    if _AGE_WORDS.search(around) or _WHO.search(around) or _AND_OLDER.match(text, amount.end):
        return True
    bracketed = _IN_BRACKETS.search(before) and text[amount.end :][:1] == ")"
    if not bracketed or _LENGTH_BEFORE.search(before):
        return False
    if "year" in text[amount.start : amount.end].lower():
        return len(text) < _LABEL_WIDTH or amount.low != amount.high
    return amount.low != amount.high and not text[amount.end :].strip(" ):*")


def age_band(amount: Amount, text: str) -> str:
    """An age as a band in years: "6-12", "-12" (under twelve), "12-" (from twelve)."""
    low, high = (years(bound) for bound in (amount.low, amount.high))
    after = text[amount.end : amount.end + 24].lower()
    before = text[max(0, amount.start - 28) : amount.start]
    begun = _FROM_AGE.search(before)
    if begun:
        first = Decimal(begun["low"]) * (1 if begun["months"] else 12)
        return f"{years(first)}-{high}"
    newborn = _FROM_DAYS.search(before)
    if newborn:
        days = Decimal(newborn["low"]) * (7 if newborn["weeks"] else 1)
        return f"{years(days / _DAYS_A_MONTH)}-{high}"
    upward = re.match(r"\s*(?:of\s+age\s*|old\s*)?(?:and|or)\s+(?:older|over|above|up)|\s*\+", after)
    downward = re.match(r"\s*(?:of\s+age\s*|old\s*)?(?:and|or)\s+(?:younger|under|below)", after)
    if amount.limit in (">", ">=") or upward or (low == high and _UP_FROM.search(before)):
        return f"{low}-"
    if amount.limit in ("<", "<=") or downward or (low == high and _DOWN_TO.search(before)):
        return f"-{high}"
    return f"{low}-{high}" if low != high else low


def years(months: Decimal) -> str:
    """Months as a plain number of years."""
    return format((months / 12).quantize(Decimal("0.01")).normalize(), "f")
