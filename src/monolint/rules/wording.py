"""Putting conflicts into words."""

from __future__ import annotations

from decimal import Decimal

from monolint.comparing.interface import Conflict
from monolint.domain.claim import (
    Category,
    Claim,
    Facet,
    Kind,
    Nothing,
    Qualifier,
    Quantity,
    Scope,
    Stance,
    Strength,
    Value,
)

FIELDS = frozenset(
    {
        "a",
        "b",
        "object",
        "case",
        "subject",
        "difference",
        "value",
        "question",
        "expected",
        "document",
        "other",
    }
)
"""Fields that a rule's message may use.

`a` and `b` are the two sides in words, `object` what they are about, `case` the scope they share
(with a leading blank, or nothing), `difference` what differs between two lists, `document` and
`other` the two files; `value`, `question` and `expected` belong to form checks.
"""

_STANCES = {
    Stance.CONTRAINDICATED: "contraindicated",
    Stance.AVOID: "to be avoided",
    Stance.NOT_RECOMMENDED: "not recommended",
    Stance.CAUTION: "use with caution",
    Stance.MONITOR: "monitor",
    Stance.WEIGH_RISKS: "only if the benefit outweighs the risk",
    Stance.IF_NEEDED: "only if needed",
    Stance.LIMIT: "to be limited",
    Stance.HAZARD: "a stated hazard",
    Stance.ADJUST: "adjust the dose",
    Stance.SEPARATE: "take apart from each other",
    Stance.ADVISED: "recommended",
    Stance.MAY_USE: "may be used",
    Stance.SAFE: "considered safe",
    Stance.LOW_RISK: "rated a low risk",
    Stance.NO_ADJUSTMENT: "no dose adjustment",
    Stance.NOT_ESTABLISHED: "not established",
    Stance.UNKNOWN: "not known",
    Stance.CONSULT: "ask a doctor",
    Stance.NAMED: "named without advice",
}
_UNIT_NAMES = {"d": "day", "h": "hour", "min": "minute", "mo": "month", "y": "year"}
_COUNTED = frozenset(
    {"cycle", "dose", "course", "tablet", "capsule", "puff", "drop", "day", "hour", "minute", "month", "year"}
)
_FACETS = {
    Facet.PRIOR_THERAPY: "prior therapy: {}",
    Facet.RENAL: "renal: {}",
    Facet.HEPATIC: "hepatic: {}",
}


def fields(subject: str, conflict: Conflict) -> dict[str, str]:
    """What a rule's message can say about a conflict."""
    left, right = conflict.left[0], conflict.right[0] if conflict.right else None
    return {
        "subject": subject,
        "object": conflict.object or "",
        "case": _case(conflict.scope),
        "a": describe(left),
        "b": describe(right) if right else "nothing",
        "document": left.document,
        "other": right.document if right else "",
        "difference": "",
        "value": "",
        "question": "",
        "expected": "",
        **conflict.words,
    }


def scope_in_words(scope: Scope) -> str:
    """The facets of a scope for people: "early breast cancer; adult"."""
    parts = (
        _FACETS.get(name, "{}").format(" or ".join(map(_member, sorted(members)))) for name, members in scope
    )
    return "; ".join(part.replace("_", " ") for part in parts)


def _member(name: str) -> str:
    """A condition with its modifiers as people say it: "early breast cancer"."""
    condition, _, modifiers = name.partition(": ")
    return f"{modifiers} {condition}" if modifiers else name


def _case(scope: Scope) -> str:
    words = scope_in_words(scope)
    return f" ({words})" if words else ""


def describe(claim: Claim) -> str:
    """The value of a claim as a person would say it."""
    words = _value(claim.kind, claim.value)
    if claim.strength is Strength.HEDGED and claim.value is Stance.NO_ADJUSTMENT:
        words = f"usually {words}"
    if claim.qualifier is Qualifier.CONDITIONAL and isinstance(claim.value, Quantity):
        words = f"up to {words} in some cases"
    return words


def _value(kind: Kind, value: Value) -> str:
    if isinstance(value, Stance):
        return _STANCES[value]
    if isinstance(value, Nothing):
        return "none"
    if isinstance(value, Quantity):
        figure = quantity_in_words(value)
        return f"every {figure}" if kind is Kind.FREQUENCY and value.unit in ("h", "d") else figure
    if isinstance(value, Category):
        name = " or ".join(sorted(value.members)).replace("_", " ")
        return f"category {name}" if kind is Kind.PREGNANCY and name[0].isupper() else name
    return value.normal


def quantity_in_words(quantity: Quantity) -> str:
    """A quantity with plain unit names: "21 days", "3.6 mg/kg", "90 to 120 minutes"."""
    shown = quantity.readable
    low, high = shown.low, shown.high
    unit = _UNIT_NAMES.get(shown.unit, shown.unit)
    if unit in _COUNTED and (high or low) != 1:
        unit += "s"
    if low is None:
        return f"at most {_number(high)} {unit}"
    if high is None:
        return f"at least {_number(low)} {unit}"
    figure = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
    return f"{figure} {unit}".rstrip()


def _number(number: Decimal | None) -> str:
    assert number is not None
    return f"{number.normalize():f}"
