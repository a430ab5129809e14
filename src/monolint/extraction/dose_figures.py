"""Which figures of a text are amounts of medicine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from monolint.domain.claim import Quantity
from monolint.extraction import lexicon
from monolint.extraction.body_weights import is_body_weight
from monolint.extraction.quantities import Amount, find_amounts
from monolint.extraction.units import Unit

_TIMES = ("min", "h")
_STRENGTH = re.compile(
    r"\b(?:contain(?:s|ing)?|available|strengths?|supplied|each|per\s+\w+|equivalent\s+to|vials?\s+of)\b[^.;]{0,40}$|\bavailable\s+(?:as|in)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_STRENGTH_AFTER = re.compile(
    r"\s*(?:-?strength|tablets?|capsules?|vials?|ampoules?|sachets?|suppositor\w+)\b"
    r"|(?:\s+[\w-]+){0,6}?\s+(?:per|in\s+each)\s+(?:tablet|capsule|vial|ampoule|sachet|suppository|5\s?mL)\b",
    re.IGNORECASE,
)
_EQUIVALENT = re.compile(
    r"\s*(?:of\s+[\w-]+\s+)?(?:is|are|=)?\s*(?:approximately\s+|about\s+|roughly\s+)?(?:equal|equivalent)\b",
    re.IGNORECASE,
)
_NOSTRIL = re.compile(r"\s*(?:in(?:to)?|per|for|to)\s+(?:(?:each|every|one|the)\s+)?nostril\b", re.IGNORECASE)
_NOT_ABOVE = re.compile(
    r"\b(?:dos\w+|amounts)\s+(?:(?:of\s+)?(?:more|greater|higher)\s+than|above|over|exceeding|in\s+excess\s+of)\s+$",
    re.IGNORECASE,
)
_NOT_ADVISED = re.compile(
    r"[^.;,]{0,40}?\b(?:(?:is|are)\s+(?:generally\s+|usually\s+|typically\s+)?not\s+(?:typically\s+|usually\s+|generally\s+)?"
    r"(?:recommended|advised|approved)|should\s+(?:not\s+be\s+(?:used|given|taken|exceeded)|be\s+avoided))\b",
    re.IGNORECASE,
)
# "Patients who have been on 80 mg for a year" tells who, not how much to give.
_TAKEN_ALREADY = re.compile(
    r"\b(?:been|already|currently|previously|stable|maintained)\s+(?:\w+\s+){0,2}?(?:on|taking|receiving|with)\s+$",
    re.IGNORECASE,
)
_PRODUCT_AFTER = re.compile(
    r"\s*/\s?\d+\s?ml\b|\s*\)?\s*(?:of\s+)?(?:the\s+)?(?:cream|gel|ointment|lotion|paste|product)\b",
    re.IGNORECASE,
)
_APPLICATOR = re.compile(r"\bapplicators?\b[^.;]{0,40}$", re.IGNORECASE)
_BODY_WEIGHT = re.compile(r"\s*(?:body\s*weight|bw)\b", re.IGNORECASE)
_DILUENT = re.compile(
    r"\s*(?:\([^()]{1,20}\)\s*)?(?:of\s+)?(?:(?:a|an|cold|warm|plain|sterile|normal|isotonic|compatible|suitable|intravenous|iv)\s+){0,3}"
    r"(?:water|saline|juice|milk|dextrose|glucose|sodium\s+chloride|diluents?|fluids?|liquids?|(?:iv\s+|infusion\s+)?solutions?"
    r"|ns\b|d5w|lactated|ringer|0[.]9|5\s?%)",
    re.IGNORECASE,
)
_DILUTED = re.compile(
    r"\b(?:dilut\w*|dissol\w+|mix\w*|reconstitut\w*|add(?:ed)?|suspend\w*)\b[^.;]{0,60}\b(?:in|with|to|into)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_INTO = re.compile(
    r"\b(?:in|with|into)\s+(?:(?:at\s+least|about|approximately|a\s+full\s+glass\s+of)\s+)?\(?$", re.I
)
_SAME_AGAIN = re.compile(
    r"\s*(?:[\w/]+\s+){0,2}\(\s*(?:(?:about|approximately|i\.?e\.?,?|equivalent\s+to|equal\s+to|equals|=|totall?ing)\s*)?",
    re.I,
)


def is_dose(amount: Amount, text: str) -> bool:
    """Whether a figure is an amount of medicine.

    A strength, a concentration, a rate of flow, a patient's weight, the volume that a dose is diluted in, a
    bound that other doses are measured against ("doses above 40 mg") and the same amount said again in
    parentheses ("500 mg (300 mg base)") are not.
    """
    return amount in find_doses(text)


@lru_cache(maxsize=1024)
def find_doses(text: str) -> Sequence[Amount]:
    """All amounts of medicine in a text, in order."""
    figures = find_amounts(text)
    return tuple(a for a in figures if _is_amount(a, text) and not _is_said_again(a, figures, text))


def is_ceiling(amount: Amount, text: str) -> bool:
    """Whether "doses above 40 mg are not recommended" makes a figure a maximum."""
    return bool(_NOT_ABOVE.search(text[: amount.start]) and _NOT_ADVISED.match(text, amount.end))


def given(amount: Amount, text: str) -> Quantity:
    """What is given: the figure itself, without "per dose"; a mass for each nostril in a unit of its own."""
    exact = amount.exact
    unit = exact.unit.removesuffix("/dose")
    if _is_per_nostril(amount, text):
        unit = f"{unit.removesuffix('/spray').removesuffix('/puff')}/nostril"
    return Quantity(exact.low, exact.high, unit)


def _is_per_nostril(amount: Amount, text: str) -> bool:
    """Whether a mass is what goes into one nostril ("100 mcg into each nostril")."""
    return amount.unit.dimension == "mass" and bool(_NOSTRIL.match(text, amount.end))


def _is_amount(amount: Amount, text: str) -> bool:
    unit = amount.unit
    if unit.dimension not in lexicon.words("dose_dimensions") or (
        amount.limit == ">" and not is_ceiling(amount, text)
    ):
        return False
    concentrated = any(per in lexicon.words("concentration_units") for per in unit.per)
    if (concentrated and not _is_per_nostril(amount, text)) or _is_flow(unit):
        return False
    before, after = text[: amount.start], text[amount.end :]
    if unit.symbol == "mg" and _is_weight(amount, before, after):
        return False
    if unit.dimension == "volume" and _is_diluent(before, after):
        return False
    if _EQUIVALENT.match(after) or _TAKEN_ALREADY.search(before):
        return False
    if unit.dimension == "mass" and (_PRODUCT_AFTER.match(after) or _APPLICATOR.search(before)):
        return False  # the mass of a cream is not the mass of the drug in it
    return not _STRENGTH.search(before) and not (unit.dimension == "mass" and _STRENGTH_AFTER.match(after))


def _is_flow(unit: Unit) -> bool:
    """Whether a figure tells how fast a volume runs; a mass in a time is the dose of an infusion."""
    return any(per in ("L", "dL") for per in unit.per) or (
        unit.dimension not in ("mass", "activity", "amount") and any(per in _TIMES for per in unit.per)
    )


def _is_weight(amount: Amount, before: str, after: str) -> bool:
    """Whether a mass is a patient's weight ("over 40 kg")."""
    return is_body_weight(amount) or bool(_BODY_WEIGHT.match(after)) or "weigh" in before[-30:].lower()


def _is_diluent(before: str, after: str) -> bool:
    """Whether a volume is of what a dose is taken or mixed with ("in 250 mL of saline")."""
    return bool(_DILUTED.search(before) or (_DILUENT.match(after) and _INTO.search(before)))


def _is_said_again(amount: Amount, figures: Sequence[Amount], text: str) -> bool:
    """Whether a figure in parentheses tells the figure before them in other words.

    "500 mg (300 mg base)" and "two puffs (180 mcg)" name one amount each; "one tablet (500 mg)" tells
    how much medicine a tablet holds, which is the dose.
    """
    before = max((a for a in figures if a.end <= amount.start), key=lambda a: a.end, default=None)
    if _is_per_nostril(amount, text):
        return False
    if before is None or not _SAME_AGAIN.fullmatch(text, before.end, amount.start):
        return False
    if before.unit.per or amount.unit.per:
        return before.unit == amount.unit
    same = before.unit.dimension == amount.unit.dimension
    counted = before.unit.dimension not in ("mass", "activity", "amount")
    return same or not counted or before.low != 1
