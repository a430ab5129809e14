"""Doses, their maxima, how often, for how long, and how fast they are infused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from monolint.domain.claim import Facet, Kind, Qualifier, Quantity, Scope, Strength
from monolint.extraction.quantities import Amount, find_amounts
from monolint.extraction.rates import Rate, find_rates
from monolint.extraction.scoping import find_indications, find_phase, is_age, narrowed, text_facets
from monolint.extraction.statements import Draft, Lore, Statement

DOSE_DIMENSIONS = frozenset(
    ["mass", "activity", "volume", "amount", "charge_amount", "tablet", "capsule", "puff", "spray", "drop", "application", "patch", "sachet", "lozenge", "suppository", "spoon", "vial", "ampoule", "applicatorful", "gum", "scoop", "implant", "ring", "strip", "enema", "syringe", "colony_count", "viral_count", "radioactivity"]
)
_DOSED_SECTIONS = frozenset(
    {"posology", "administration", "paediatric", "geriatric", "renal", "hepatic", "summary", "faq"}
)
_NOT_DOSED = frozenset(
    ["undesirable_effect", "pharmacokinetics", "mechanism", "interaction", "overdose", "storage", "monitoring", "contraindication", "names"]
)
_CONCENTRATION = frozenset(
    {"mL", "mg", "tablet", "capsule", "puff", "spray", "vial", "patch", "drop", "IU", "mmol", "sachet"}
)
_MAXIMUM = re.compile(
    r"\b(?:max(?:imum|imal|\.)?\b[^.;]{0,40}|(?:not|never)\s+(?:to\s+)?(?:be\s+)?exceed(?:ed|ing)?\b[^.;]{0,30}|no\s+more\s+than\s+"
    r"|not\s+more\s+than\s+|should\s+not\s+exceed\b[^.;]{0,30}|limit(?:ed)?\s+(?:\w+\s+){0,2}to\s+|exceed(?:ing)?\s+|capped\s+at\s+"
    r"|up\s+to\s+(?:a\s+(?:max\w*|total)\s+of\s+)?)$",
    re.IGNORECASE,
)
_MAXIMUM_AFTER = re.compile(r"\s*(?:\(?max(?:imum)?\b|is\s+the\s+max)", re.IGNORECASE)
_UP_TO = re.compile(r"\bup\s+to\s+$", re.IGNORECASE)
_INITIAL = re.compile(
    r"\b(?:initial(?:ly)?|start(?:ing|ed)?|begin(?:ning)?|first\s+dose|loading)\b[^.;]{0,45}$", re.IGNORECASE
)
_CHANGED = re.compile(
    r"\b(?:increas\w+|titrat\w+|rais\w+|escalat\w+|adjust\w+|reduc\w+|decreas\w+|lower\w*|double\w*|extended)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_STEP = re.compile(r"\b(?:by|increments?\s+of|steps?\s+of|in)\s+(?:\w+\s+){0,1}$", re.IGNORECASE)
_STRENGTH = re.compile(
    r"\b(?:contain(?:s|ing)?|available|strengths?|supplied|each|per\s+\w+|equivalent\s+to|vials?\s+of)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_STRENGTH_AFTER = re.compile(
    r"\s*(?:-?strength|tablets?|capsules?|vials?|ampoules?|sachets?|suppositor\w+)\b", re.IGNORECASE
)
_DAILY_BEFORE = re.compile(r"\b(?:daily|per\s+day|a\s+day|24[\s-]hours?)\b[^.;]{0,30}$", re.IGNORECASE)
_DAILY_AFTER = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:per\s+day|a\s+day|/\s*day|daily|each\s+day|(?:in|within|per)\s+(?:any\s+|a\s+)?24[\s-]?(?:h|hours?)\b)",
    re.IGNORECASE,
)
_DIVIDED = re.compile(r"\bdivided\b|\bin\s+(?:two|three|four|\d)\s+(?:equal\s+)?doses\b", re.IGNORECASE)
_INFUSED = re.compile(r"\binfus\w+|\bintravenous|\bIV\b|\bdrip\b", re.IGNORECASE)
_OVER = re.compile(
    r"\bover\s+(?:(?:a\s+period\s+of|at\s+least|about|approximately|around)\s+)*$", re.IGNORECASE
)
_NOT_A_DURATION = re.compile(
    r"\b(?:every|after|within|before|each|between|ago|following|prior\s+to|at\s+least\s+every|over|last|previous|of\s+a|in\s+a|by)\s+"
    r"(?:(?:about|approximately|at\s+least|the|first|a)\s+)*$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:for|total\s+of|duration|course\s+of|last(?:s|ing)?|continue\w*|lasts?|period\s+of|extended|treatment\s+is|limited\s+to)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_AFTER_STOP = re.compile(r"\s*(?:after|following|prior|before)\b", re.IGNORECASE)
_LENGTH_AFTER = re.compile(
    r"\s*-?\s*(?:course|treatment|duration)\b|\s*(?:of\s+(?:treatment|therapy))\b", re.IGNORECASE
)
_EXTENDED = re.compile(r"\b(?:extend\w*|prolong\w*|continu\w+|increas\w+)\b[^.;]{0,40}$", re.IGNORECASE)
_MINIMUM = re.compile(r"\b(?:at\s+least|minimum(?:\s+of)?|not\s+less\s+than)\s+$", re.IGNORECASE)
_WITHOUT_PRIOR = re.compile(
    r"(?:did\s+not|have\s+not|has\s+not|had\s+not|not)\s+(?:previously\s+)?(?:receive[d]?|had)\s+(?:any\s+)?(?:prior\s+|previous\s+)?(\w+)"
    r"|without\s+(?:prior|previous)\s+(\w+)",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r";|\bor\s+for\b|,\s+(?:then|or)\b|\.\s")
_FIRST_FOR = re.compile(r"\s*(?:for|in|with|as)\s+(?:the\s+)?", re.IGNORECASE)


def is_dosing(statement: Statement) -> bool:
    """Whether a statement stands where doses are given."""
    inner = statement.section
    return (
        inner is not None
        and inner not in _NOT_DOSED
        and bool(_DOSED_SECTIONS.intersection(statement.sections))
    )


def read_posology(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of dose, max_dose, frequency, duration and infusion_time."""
    if not is_dosing(statement):
        return
    text = statement.text
    amounts = find_amounts(text)
    rates = find_rates(text, amounts)
    doses = [amount for amount in amounts if _is_dose(amount, text)]
    for amount in doses:
        scope = _scope_at(statement, lore, amount.start, amount.end, amounts)
        yield from _dose(statement, amount, _rate_of(amount, doses, rates, text), scope)
    for rate in rates:
        if doses or re.search(
            r"\b(?:administ|given|tak(?:e|en)|inject|infus|appl|dos|cycles?|use)", text, re.I
        ):
            scope = _scope_at(statement, lore, rate.start, rate.end, amounts)
            if not re.search(r"\b(?:monitor|check|test|measur|evaluat|examin|assess|review)", text, re.I):
                yield Draft(
                    Kind.FREQUENCY,
                    None,
                    rate.quantity,
                    scope,
                    _stage(statement.leading + text[: rate.start]),
                    marks=((rate.start, rate.end),),
                )
    for amount in amounts:
        if any(rate.start <= amount.start < rate.end for rate in rates):
            continue
        scope = _scope_at(statement, lore, amount.start, amount.end, amounts)
        yield from _infusion_time(statement, amount, amounts, scope)
        yield from _duration(statement, amount, scope)


def _is_dose(amount: Amount, text: str) -> bool:
    if amount.unit.dimension not in DOSE_DIMENSIONS or any(p in _CONCENTRATION for p in amount.unit.per):
        return False
    if any(
        unit in amount.unit.per for unit in ("L", "dL", "min", "h", "m²/min")
    ) or amount.unit.symbol.startswith("mL/min"):
        return False
    before, after = text[: amount.start], text[amount.end :]
    if (
        amount.unit.dimension == "mass"
        and amount.unit.symbol == "mg"
        and _looks_like_weight(amount, before, after)
    ):
        return False
    return not _STRENGTH.search(before) and not (
        _STRENGTH_AFTER.match(after) and amount.unit.dimension == "mass"
    )


def _looks_like_weight(amount: Amount, before: str, after: str) -> bool:
    """A patient's weight ("over 40 kg") is no dose."""
    return (
        amount.low >= 1000 * 1000
        or bool(re.match(r"\s*(?:body\s*weight|bw)\b", after, re.I))
        or "weigh" in before[-30:].lower()
    )


def _dose(statement: Statement, amount: Amount, rate: Rate | None, scope: Scope) -> Iterator[Draft]:
    before, after = statement.leading + statement.text[: amount.start], statement.text[amount.end :]
    if _STEP.search(before) and _CHANGED.search(before):
        return
    mark = ((amount.start, amount.end),)
    quantity = amount.exact
    if _MAXIMUM.search(before) or _MAXIMUM_AFTER.match(after):
        hedged = Strength.HEDGED if _UP_TO.search(before) else Strength.PLAIN
        value = Quantity(quantity.high, quantity.high, _daily_unit(quantity.unit, before, after))
        yield Draft(Kind.MAX_DOSE, None, value, scope, Qualifier.MAXIMUM, hedged, mark)
        return
    qualifier = _stage(before)
    if _is_daily(quantity.unit, after):
        unit = quantity.unit if quantity.unit.endswith("/d") else f"{quantity.unit}/d"
        yield Draft(
            Kind.DOSE, None, Quantity(quantity.low, quantity.high, unit), scope, qualifier, marks=mark
        )
        return
    yield Draft(Kind.DOSE, None, quantity, scope, qualifier, marks=mark)
    if rate and rate.per_day and quantity.low is not None and quantity.high is not None:
        fewest, most = rate.per_day
        daily = Quantity(quantity.low * fewest, quantity.high * most, f"{quantity.unit}/d")
        yield Draft(Kind.DOSE, None, daily, scope, qualifier, marks=mark)


def _stage(before: str) -> Qualifier:
    if _CHANGED.search(before):
        return Qualifier.CONDITIONAL
    return Qualifier.INITIAL if _INITIAL.search(before) else Qualifier.USUAL


def _is_daily(unit: str, after: str) -> bool:
    """Whether a dose is the whole day's: "40 mg/day", "40 mg daily in two divided doses"."""
    if unit.endswith("/d"):
        return True
    return bool(_DAILY_AFTER.match(after)) and bool(_DIVIDED.search(after[:60]))


def _daily_unit(unit: str, before: str, after: str) -> str:
    if unit.endswith("/d") or not (_DAILY_BEFORE.search(before) or _DAILY_AFTER.match(after)):
        return unit
    return f"{unit}/d"


def _rate_of(amount: Amount, doses: Sequence[Amount], rates: Sequence[Rate], text: str) -> Rate | None:
    """The rate that follows a dose before the next dose and before the sentence turns."""
    limit = min((d.start for d in doses if d.start > amount.start), default=len(text))
    turn = _SEGMENT.search(text, amount.end)
    if turn:
        limit = min(limit, turn.start())
    return next((rate for rate in rates if amount.end <= rate.start < limit), None)


def _scope_at(statement: Statement, lore: Lore, start: int, end: int, amounts: Sequence[Amount]) -> Scope:
    """The scope of a figure: what the sentence says of it, else what the labels say."""
    text = statement.text
    after = min((a.start for a in amounts if a.start >= end), default=len(text))
    turn = _SEGMENT.search(text, end)
    segment_end = min(after, turn.start()) if turn else after
    before = max((m.end() for m in _SEGMENT.finditer(text, 0, start)), default=0)
    facets = {
        k: v for k, v in text_facets(text[before:segment_end], lore).items() if k is not Facet.INDICATION
    }
    facets.pop(Facet.PHASE, None)
    indication = _indication_of(text, lore, start, end, segment_end)
    if indication:
        facets[Facet.INDICATION] = frozenset(indication)
    prior = _WITHOUT_PRIOR.search(text)
    if prior and _same_brackets(text, start, prior.start()):
        facets[Facet.PRIOR_THERAPY] = frozenset({f"no {(prior.group(1) or prior.group(2)).lower()}"})
    return narrowed(statement.scope, facets)


def _same_brackets(text: str, one: int, two: int) -> bool:
    """Whether a figure and a condition stand in the same brackets, or both in none."""
    between = text[min(one, two) : max(one, two)]
    return between.count("(") == between.count(")")


def _indication_of(text: str, lore: Lore, start: int, end: int, segment_end: int) -> list[str]:
    """The condition a figure is for: named after it in its part of the sentence, else the last before it."""
    found = find_indications(text, lore)
    following = [(name, at) for name, at, _ in found if end <= at < segment_end]
    preceding = [(name, at) for name, at, _ in found if at < start]
    nearest = following[0][1] if following else preceding[-1][1] if preceding else -1
    return [name for name, at in (*following, *preceding) if at == nearest]


def _infusion_time(
    statement: Statement, amount: Amount, amounts: Sequence[Amount], scope: Scope
) -> Iterator[Draft]:
    text = statement.text
    if amount.unit.symbol != "min" or amount.high > 24 * 60 or not _INFUSED.search(text + statement.question):
        return
    before = text[: amount.start]
    named = re.search(r"infusion\s+time", text, re.I) and not _NOT_A_DURATION.search(before)
    if not (_OVER.search(before) or named or re.match(r"\s*-?\s*infusion", text[amount.end :], re.I)):
        return
    phase = _phase_of(text, amount, amounts)
    facets = {Facet.PHASE: frozenset({phase})} if phase else {}
    hedged = (
        Strength.HEDGED if re.search(r"\btypically\b|\busually\b", before[-40:], re.I) else Strength.PLAIN
    )
    quantity = amount.exact
    scope = scope.without(Facet.ROUTE, Facet.FORMULATION)
    yield Draft(
        Kind.INFUSION_TIME,
        None,
        quantity,
        narrowed(scope, facets),
        strength=hedged,
        marks=((amount.start, amount.end),),
    )


def _phase_of(text: str, amount: Amount, amounts: Sequence[Amount]) -> str | None:
    """The phase named right after a figure ("for the first dose"), else between the figure before and it."""
    after = text[amount.end :]
    if _FIRST_FOR.match(after):
        phase = find_phase(after[:40])
        if phase:
            return phase
    previous = max((a.end for a in amounts if a.end <= amount.start), default=0)
    return find_phase(text[previous : amount.start])


def _duration(statement: Statement, amount: Amount, scope: Scope) -> Iterator[Draft]:
    text = statement.text
    unit = amount.unit.symbol
    before, after = text[: amount.start], text[amount.end :]
    cycles = unit == "cycle"
    if unit not in ("cycle", "course", "min", "mo") or _NOT_A_DURATION.search(before):
        return
    if not cycles and (_AFTER_STOP.match(after) or not (_FOR.search(before) or _LENGTH_AFTER.match(after))):
        return
    if not cycles and ((unit == "min" and amount.high < 24 * 60) or is_age(amount, text)):
        return
    value = amount.exact
    if unit == "min":
        value = Quantity(amount.low / 1440, amount.high / 1440, "d")
    qualifier = Qualifier.USUAL
    if _EXTENDED.search(before) and not re.search(r"\buntil\b", before[-60:], re.I):
        qualifier = Qualifier.CONDITIONAL
    elif _MINIMUM.search(before):
        qualifier = Qualifier.MINIMUM
    elif _MAXIMUM.search(before):
        qualifier = Qualifier.MAXIMUM
    scope = scope.without(Facet.ROUTE, Facet.FORMULATION)
    yield Draft(
        Kind.DURATION,
        "cycles" if cycles else "time",
        value,
        scope,
        qualifier,
        marks=((amount.start, amount.end),),
    )
