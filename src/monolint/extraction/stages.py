"""Which of several figures a dosing sentence gives: the first, a changed one, or the usual one."""

from __future__ import annotations

import re

from monolint.domain.claim import Qualifier

_CHANGED = re.compile(
    r"\b(?:increas|titrat|rais|escalat|adjust|reduc|decreas|doubl|extend(?!ed[\s-]release)|repeat)\w*[^;]*$"
    r"|\b(?:higher|lower|larger|smaller|additional|extra|supplement\w*|up\s+to|as\s+much\s+as)\b[^;]{0,40}$",
    re.IGNORECASE,
)
_INITIAL = re.compile(
    r"\b(?:initial(?:ly)?|start(?:s|ing|ed)?(?!\s+of\b)|begin(?:s|ning)?(?!\s+of\b)|first\s+dose|loading)\b(?:[^.;]|e\.g\.){0,70}$",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:lowest|minimum|minimal|smallest)\b(?:[^.;]|e\.g\.){0,40}$|\bat\s+least\s+$", re.IGNORECASE
)
_INITIAL_AFTER = re.compile(
    r"(?:\s+[\w/-]+){0,4}\s*\(?\b(?:initially|as\s+(?:the\s+|an?\s+)?(?:initial|starting|first)\s+dose|to\s+start)\b",
    re.IGNORECASE,
)
_FIRST_DAY = re.compile(
    r"(?:\s*/\s*day|\s+daily)?(?:\s+[\w-]+){0,5}?\s+on\s+(?:the\s+first\s+day|day\s+(?:1|one))\b",
    re.IGNORECASE,
)
_ANEW = re.compile(r"\bfollowed\s+(?:\w+\s+){0,3}by\b|\bmaintenance\b|,\s*(?:and\s+)?then\b", re.IGNORECASE)
_PHASE = re.compile(
    r"\b(maintenance|loading|followed\s+(?:[\w]+\s+){0,4}by|thereafter|then|after\s+which|bolus|subsequent\w*)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
_PHASE_AFTER = re.compile(
    r"(?:\s+[\w/-]+){0,4}\s+(?:(?:as|for)\s+(?:an?\s+|the\s+)?)?(maintenance|loading|bolus|thereafter)\b",
    re.IGNORECASE,
)
_PHASES = {
    "maintenance": "maintenance",
    "loading": "loading",
    "bolus": "bolus",
    "followed": "subsequent",
    "thereafter": "subsequent",
    "then": "subsequent",
    "after": "subsequent",
}
_SINGLE_BEFORE = re.compile(r"\b(?:single|one-time|one-off)\s+(?:[\w-]+\s+){0,2}(?:of\s+)?$", re.IGNORECASE)
_SINGLE_AFTER = re.compile(
    r"(?:\s+[\w/-]+){0,3}\s*[,(]?\s*(?:(?:as|in)\s+)?(?:a\s+)?(?:one|1|single|one-time|once)[\s-]?(?:\w+\s+)?(?:dose|injection|infusion|application|administration|time\s+only|only)\b"
    r"(?!\s+(?:daily|each|every|per|a\s+(?:day|week|month)|or\b|in\s+the\s+(?:morning|evening)|at\s+(?:night|bedtime)))",
    re.IGNORECASE,
)


def stage(before: str, after: str = "") -> Qualifier:
    """The qualifier of a figure from the text before and after it."""
    before = before[max((match.end() for match in _ANEW.finditer(before)), default=0) :]
    if _CHANGED.search(before):
        return Qualifier.CONDITIONAL
    if _LEAST.search(before):
        return Qualifier.MINIMUM
    initial = _INITIAL.search(before) or _INITIAL_AFTER.match(after) or _FIRST_DAY.match(after)
    return Qualifier.INITIAL if initial else Qualifier.USUAL


def phase_of(text: str, start: int, end: int, leading: str = "") -> str | None:
    """The phase of treatment that the words around a figure name: "loading", "single", "subsequent" ..."""
    before = leading + text[:start]
    named = _PHASE.search(before) or _PHASE_AFTER.match(text, end)
    if named:
        return _PHASES.get(named.group(1).lower().split()[0], "subsequent")
    single = _SINGLE_BEFORE.search(before) or _SINGLE_AFTER.match(text, end)
    return "single" if single else None
