"""How often a reaction occurs: words ("rare but serious"), shares (">10 %", "1 in 100") and EMA bands."""

from __future__ import annotations

import re
from decimal import Decimal

from monolint.domain.claim import Category
from monolint.extraction import lexicon

SCHEME = None
_NOT_KNOWN = "not_known"
_PERCENT = re.compile(
    r"(?P<sign>>=|<=|[<>≥≤]|(?:more|greater|less)\s+than\s+|over\s+|up\s+to\s+|at\s+least\s+)?\s*(?P<low>\d+(?:\.\d+)?)\s*%?\s*"
    r"(?:(?:-|–|to|and\s*<|and)\s*(?P<high>\d+(?:\.\d+)?)\s*)?%"
)
_ONE_IN = re.compile(
    r"(?P<sign>>=|<=|[<>≥≤]|(?:more|less)\s+than\s+|up\s+to\s+)?\s*1\s*(?:in|/|of|out\s+of)\s*(?P<n>1(?:[,\s]?0{2,3})+|1\d*)\b",
    re.IGNORECASE,
)
_SERIOUS = re.compile(r"\b(?:serious|severe|life[\s-]threatening|dangerous|fatal)\b", re.IGNORECASE)


def frequency_class(text: str) -> Category | None:
    """The classes that a label or an item names; a share goes before a word."""
    shares = _share_classes(text)
    if shares:
        return Category(SCHEME, shares)
    vocabulary = lexicon.frequency_classes()
    found = vocabulary.index.find(text)
    members = frozenset[str]().union(*(vocabulary.by_word[match.term] for match in found)) - {_NOT_KNOWN}
    return Category(SCHEME, members) if members else None


def is_serious(text: str) -> bool:
    """Whether a label speaks of serious reactions, which is no frequency."""
    return bool(_SERIOUS.search(text))


def _share_classes(text: str) -> frozenset[str]:
    members: set[str] = set()
    for match in _PERCENT.finditer(text):
        low = Decimal(match["low"]) / 100
        high = Decimal(match["high"]) / 100 if match["high"] else low
        members |= _classes_between(*_bounded(match["sign"] or "", low, high))
    for match in _ONE_IN.finditer(text):
        share = 1 / Decimal(re.sub(r"[,\s]", "", match["n"]))
        members |= _classes_between(*_bounded(match["sign"] or "", share, share))
    return frozenset(members)


def _bounded(sign: str, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal, bool]:
    """Least and greatest share, and whether the least itself is left out."""
    word = sign.strip().lower()
    if word.startswith((">", "≥", "more", "greater", "over", "at")):
        return low, Decimal(1), False
    if word.startswith(("<", "≤", "less", "up")):
        return Decimal(0), high, True
    return low, high, False


def _classes_between(low: Decimal, high: Decimal, below: bool) -> set[str]:
    found = set()
    for band in lexicon.frequency_classes().classes:
        if band.name == _NOT_KNOWN:
            continue
        reaches = high > band.least if below or low < high else high >= band.least
        if reaches and low < band.below:
            found.add(band.name)
    return found
