"""Body weights as bands in kilograms."""

from __future__ import annotations

import re
from decimal import Decimal

from monolint.extraction.quantities import Amount, find_amounts

_LIGHTEST = Decimal(1_000_000)
_UP_TO_WEIGHT = re.compile(
    r"\s*(?:to|-|–|and|but|up\s+to)?\s*(?:<|≤|(?:less|under|below|lighter)(?:\s+than)?|but\s+less\s+than)\s*",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"\s*(?:(?:and|or)\s+(?:more|over|above|heavier|greater|up)|\+)", re.IGNORECASE)
_OR_LESS = re.compile(r"\s*(?:and|or)\s+(?:less|under|below|lighter)", re.IGNORECASE)


def is_body_weight(amount: Amount) -> bool:
    """Whether a mass is a patient's weight: nobody takes a kilogram of a medicine."""
    return amount.unit.symbol == "mg" and amount.low >= _LIGHTEST


def weight_bands(text: str) -> frozenset[str]:
    """The body weights that a text names; "30 kg to under 50 kg" is one band."""
    found: list[tuple[str, int]] = []
    for amount in find_amounts(text):
        if not is_body_weight(amount):
            continue
        band = weight_band(amount, text)
        if found and band.startswith("-") and _UP_TO_WEIGHT.fullmatch(text, found[-1][1], amount.start):
            band = found.pop()[0].split("-")[0] + band
        found.append((band, amount.end))
    return frozenset(band for band, _ in found)


def weight_band(amount: Amount, text: str) -> str:
    """A body weight as a band in kilograms: "15-25", "-40" (under forty), "40-" (from forty)."""
    low, high = (format((bound / _LIGHTEST).normalize(), "f") for bound in (amount.low, amount.high))
    after = text[amount.end : amount.end + 16]
    if amount.limit in (">", ">=") or _OR_MORE.match(after):
        return f"{low}-"
    if amount.limit in ("<", "<=") or _OR_LESS.match(after):
        return f"-{high}"
    return f"{low}-{high}"
