"""How often a reaction occurs: words ("rare but serious"), shares (">10 %", "1 in 100") and EMA bands."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from monolint.domain.claim import Category
from monolint.extraction import lexicon

SCHEME = None
_NOT_KNOWN = "not_known"
_LESS_COMMON = frozenset({"uncommon", "rare", "very_rare"})
_A_TENTH = "common"  # the class of 1 to 10 %
_SIGN = r">=|<=|[<>≥≤]|(?:more|greater|less|fewer|lower)\s+than|over|below|under|up\s+to|at\s+least"
_TO = r"\s*(?:-|–|to|and)\s*(?:<=|[<≤])?\s*"
_PERCENT = re.compile(
    rf"(?:(?P<sign>{_SIGN})\s*)?(?<![\d.])(?P<low>\d+(?:\.\d+)?)\s*%?(?:{_TO}(?P<high>\d+(?:\.\d+)?))?\s*%",
    re.IGNORECASE,
)
_OUT_OF = r"1\s*(?:in|/|of|out\s+of)\s*"
_COUNT = r"1\d{0,2}(?:[,\s]\d{3})+\b|1\d*\b"
_ONE_IN = re.compile(
    rf"(?:(?P<sign>{_SIGN})\s*)?\b{_OUT_OF}(?P<low>{_COUNT})(?:{_TO}{_OUT_OF}(?P<high>{_COUNT}))?",
    re.IGNORECASE,
)
_OR_LESS = re.compile(r"\s*(?:of\s+\w+\s+)?or\s+(?:less|fewer|lower)\b", re.IGNORECASE)
_SERIOUS = re.compile(r"\b(?:serious|severe|life[\s-]threatening|dangerous|fatal)\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def frequency_class(text: str) -> Category | None:
    """The classes that a label or an item names; a share goes before a word that it goes with.

    Where they gainsay each other ("common, though below 1%") either may be meant. "Less common (1-10%)" sets
    its list against the common ones: the word tells what it is not, the share that it is not rare.
    """
    shares, words = _share_classes(text), _word_classes(text)
    if words == _LESS_COMMON and _A_TENTH in shares and "very_common" not in shares:
        either = shares - {_A_TENTH} or is_serious(text)
        return Category(SCHEME, _LESS_COMMON if either else frozenset({"uncommon"}))
    apart = not shares & words and ("common" in words or is_serious(text))
    members = shares | words if apart or not shares else shares
    return Category(SCHEME, members) if members else None


def _word_classes(text: str) -> frozenset[str]:
    vocabulary = lexicon.frequency_classes()
    found = vocabulary.index.find(text)
    return frozenset[str]().union(*(vocabulary.by_word[match.term] for match in found)) - {_NOT_KNOWN}


def is_serious(text: str) -> bool:
    """Whether a label speaks of serious reactions, which is no frequency."""
    return bool(_SERIOUS.search(text))


def _share_classes(text: str) -> frozenset[str]:
    members: set[str] = set()
    for sign, pattern, share in (("%", _PERCENT, _percentage), ("1", _ONE_IN, _one_in)):
        for match in pattern.finditer(text) if sign in text else ():
            low = share(match["low"])
            if _OR_LESS.match(text, match.end()):
                members |= _classes_between(Decimal(0), share(match["high"] or match["low"]), True)
            elif match["high"]:
                members |= _classes_between(low, share(match["high"]), False)
            else:
                members |= _classes_between(*_bounded(match["sign"] or "", low))
    return frozenset(members)


def _percentage(figure: str) -> Decimal:
    return Decimal(figure) / 100


def _one_in(count: str) -> Decimal:
    return 1 / Decimal(re.sub(r"[,\s]", "", count))


def _bounded(sign: str, share: Decimal) -> tuple[Decimal, Decimal, bool]:
    """Least and greatest share, and whether the least itself is left out."""
    word = sign.strip().lower()
    if word.startswith((">", "≥", "more", "greater", "over", "at")):
        return share, Decimal(1), False
    if word.startswith(("<", "≤", "less", "fewer", "lower", "below", "under", "up")):
        return Decimal(0), share, True
    return share, share, False


def _classes_between(low: Decimal, high: Decimal, below: bool) -> set[str]:
    found = set()
    for band in lexicon.frequency_classes().classes:
        if band.name == _NOT_KNOWN:
            continue
        reaches = high > band.least if below or low < high else high >= band.least
        if reaches and low < band.below:
            found.add(band.name)
    return found
