"""Which figures are maxima, and what they limit: a dose, a day, a week."""

from __future__ import annotations

import re
from decimal import Decimal

from monolint.domain.claim import Quantity
from monolint.extraction.dose_figures import is_ceiling
from monolint.extraction.dosing import Dosing
from monolint.extraction.quantities import Amount
from monolint.extraction.rates import Rate

_BEFORE = re.compile(
    r"\b(?:max(?:imum|imal|\.)?\b(?:[^.;()\d]|\b24\b|\([^()\d]*\)){0,60}|(?:not|never)\s+(?:to\s+)?(?:be\s+)?exceed(?:ed|ing)?\b[^.;)\d]{0,30}"
    r"|(?:tolerable\s+)?upper\s+(?:intake\s+)?(?:limit|level)\b[^.;\d]{0,40}"
    r"|(?:no|not)\s+more\s+than\s+|limit(?:ed)?\s+(?:\w+\s+){0,2}to\s+|exceed(?:ing)?\s+|capped\s+at\s+"
    r"|up\s+to\s+(?:a\s+(?:max\w*|total)\s+of\s+)?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:\(max(?:imum)?\.?\)|max(?:imum)?\b(?!\s*(?:of|dose|:)?\s*(?:of\s+)?\d)|is\s+the\s+max)",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\bup\s+to\s+$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*(?:of\s+)?(?:[\w-]+\s+)?(?:or|and|plus|/|\+|,)\s*(?:[\w-]+\s+){0,2}", re.IGNORECASE
)
_LISTED = re.compile(
    r"\s*(?:(?:per|a)\s+day|daily)?\s*(?:for|in)\s+[^.;\d]{3,60}?,?\s+(?:and\s+|or\s+)?", re.IGNORECASE
)
_AFTER_THE_START = re.compile(
    r"\s*(?:/\s*day\s*)?(?:on|for|during)\s+(?:the\s+first\s+day|day\s+(?:1|one)),?\s+(?:and\s+)?then\s+",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s*(?:(?:per|a)\s+day|daily)?\s*(?:for|in)\s", re.IGNORECASE)
_INTAKE = re.compile(
    r"\bupper\s+(?:tolerable\s+)?(?:intake\s+)?(?:limit|level)|\bdietary\b|\bRD[AI]s?\b|\ballowance|\badequate\s+intake|\brecommended\s+(?:daily\s+|dietary\s+)?intake",
    re.IGNORECASE,
)
_START = re.compile(
    r"\bmax\w*\s+(?:\w+\s+){0,3}?(?:(?:initial|starting|first)\s+(?:\w+\s+)?dos\w+|first\s+(?:24[\s-]?h\w*|day))\b[^.;\d]{0,30}$"
    r"|\b(?:initial|starting|first)\s+(?:\w+\s+)?dos\w+\s+(?:\w+\s+)?(?:not|never)\s+[^.;\d]{0,30}$",
    re.IGNORECASE,
)
_START_AFTER = re.compile(
    r"(?:\s*/\s*day)?\s*(?:on|for|in|within|during)\s+(?:the\s+)?(?:first\s+(?:24|day)|day\s+(?:1|one))\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"max(?:imum|\.)?\b(?!\s+duration|\s+length|\s+course)", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:in\s+(?:certain|some|specific|exceptional|rare|selected)\s+(?:situations|cases|circumstances|patients|individuals))\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_ONLY_AFTER = re.compile(
    r"[^.;,]{0,40}\b(?:only\s+(?:in|for|if|when)|in\s+(?:certain|some|specific|rare|exceptional|selected)\s+\w+)\b",
    re.IGNORECASE,
)
_ONE_DOSE = re.compile(r"\b(?:single|per[\s-]dose|each\s+dose|one\s+dose|bolus)\b", re.IGNORECASE)
_DAILY_BEFORE = re.compile(
    r"\b(?:daily|per\s+day|a\s+day|24[\s-]hours?)\b(?:[^.;]{0,30}|[^.;\d]{0,45})$", re.IGNORECASE
)
_DAILY_AFTER = re.compile(
    r"\s*(?:\([^)]*\)\s*|of\s+[\w-]+\s+)?(?:per\s+day|a\s+day|/\s*day|daily|each\s+day"
    r"|(?:in|within|per|over|during|every)\s+(?:any\s+|a\s+|each\s+)?24[\s-]?(?:h|hours?)\b)",
    re.IGNORECASE,
)
_WEEKLY_BEFORE = re.compile(r"\bmax\w*\s+weekly\b[^.;]{0,30}$", re.IGNORECASE)
_WEEKLY_AFTER = re.compile(r"\s*(?:weekly|(?:per|a|each|/)\s*week)\b", re.IGNORECASE)
_ASKED = re.compile(r"\bmax(?:imum)?\b", re.IGNORECASE)
_DIVIDED = re.compile(r"\bdivided\b", re.IGNORECASE)
_HOURS_A_WEEK = 168


def is_maximum(found: Dosing, amount: Amount) -> bool:
    """Whether a figure is the most that may be given."""
    if _BEFORE.search(found.before(amount.start)) or _AFTER.match(found.text, amount.end):
        return True
    if is_ceiling(amount, found.text):
        return True
    return _is_labelled(found, amount) or _goes_on(found, amount) or is_asked_for(found)


def _is_labelled(found: Dosing, amount: Amount) -> bool:
    """Whether a figure stands right below a label for the maximum ("Maximum dose: Adults: 40 mg")."""
    if found.statement.start or amount is not found.amounts[0]:
        return False
    return any(_LABEL.match(label.text) for label in found.statement.passage.labels[-2:])


def is_asked_for(found: Dosing) -> bool:
    """Whether a sentence begins the answer to a question for the maximum."""
    return found.statement.start == 0 and bool(_ASKED.search(found.statement.question))


def is_conditional(found: Dosing, amount: Amount) -> bool:
    """Whether a maximum is for some patients only ("in certain cases", "only in those who ...")."""
    return bool(_SOME.search(found.before(amount.start)) or _ONLY_AFTER.match(found.text, amount.end))


def is_up_to(found: Dosing, amount: Amount) -> bool:
    """Whether a maximum is only the end of a usual range ("up to 5 mg")."""
    return bool(_UP_TO.search(found.before(amount.start)))


def _goes_on(found: Dosing, amount: Amount) -> bool:
    """Whether a figure goes on with a maximum before it ("maximum 50 mg/kg or 3 g")."""
    previous = max((a for a in found.amounts if a.end <= amount.start), key=lambda a: a.end, default=None)
    if previous is None or previous.unit.dimension in ("time", "calendar"):
        return False
    listed = _LISTED.fullmatch(found.text, previous.end, amount.start) and _FOR.match(found.text, amount.end)
    later = listed or _AFTER_THE_START.fullmatch(found.text, previous.end, amount.start)
    if not later and not _GOES_ON.fullmatch(found.text, previous.end, amount.start):
        return False
    return bool(_BEFORE.search(found.before(previous.start)))


def is_intake(found: Dosing, amount: Amount) -> bool:
    """Whether a figure is for what people eat and drink, not for treatment ("tolerable upper intake")."""
    return bool(_INTAKE.search(found.before(amount.start)))


def is_of_the_start(found: Dosing, amount: Amount) -> bool:
    """Whether a maximum is for the first dose or day only ("maximum initial dose", "1 g on day 1")."""
    before = _START.search(found.before(amount.start))
    return bool(before or _START_AFTER.match(found.text, amount.end))


def limit(found: Dosing, amount: Amount, rate: Rate | None) -> Quantity:
    """What a maximum allows: "5 mg four times a day" limits the day to 20 mg."""
    unit, most = amount.unit.symbol, amount.high
    if _WEEKLY_AFTER.match(found.text, amount.end):
        return Quantity(most, most, f"{unit}/wk")
    before, after = found.before(amount.start), found.text[amount.end :]
    if unit.endswith(("/d", "/wk")) or _is_daily(found, before) or _DAILY_AFTER.match(after):
        return Quantity(most, most, per_day(unit))
    if _WEEKLY_BEFORE.search(before):
        return Quantity(most, most, f"{unit}/wk")
    if _ONE_DOSE.search(before[-50:]) or _ONE_DOSE.match(after.lstrip()):
        return Quantity(most, most, unit.removesuffix("/dose"))
    if _is_of_a_day(found, amount, rate):
        return Quantity(most, most, per_day(unit))
    if rate and rate.per_day and not _DIVIDED.search(found.text, rate.start, rate.end + 20):
        most *= rate.per_day[1]
        unit = per_day(unit)
    elif rate and rate.unit == "h" and rate.low:
        most *= _HOURS_A_WEEK / rate.low
        unit = f"{unit}/wk"
    return Quantity(most, most, unit)


def _is_daily(found: Dosing, before: str) -> bool:
    """Whether the words before a maximum, or the question that it answers, are for a day."""
    asked = is_asked_for(found) and _DAILY_BEFORE.search(found.statement.question)
    return bool(asked or _DAILY_BEFORE.search(before))


def _is_of_a_day(found: Dosing, amount: Amount, rate: Rate | None) -> bool:
    """Whether a maximum without a rate follows a dose for the whole day ("10 mg/kg daily (max 600 mg)")."""
    previous = max((a for a in found.amounts if a.end <= amount.start), key=lambda a: a.end, default=None)
    if previous is None or previous.unit.dimension != amount.unit.dimension:
        return False
    if previous.unit.symbol.endswith("/d"):
        return True
    between = [r for r in found.rates if previous.end <= r.start < amount.start]
    once = bool(between) and between[0].per_day == (Decimal(1), Decimal(1))
    return rate is None and once


def per_day(unit: str) -> str:
    """The unit of a day's total ("mg/d")."""
    return unit if unit.endswith(("/d", "/wk")) else f"{unit}/d"
