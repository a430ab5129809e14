"""Cues: words and figures that should have become a claim, so that silence is never taken for agreement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from monolint.domain.claim import Kind
from monolint.extraction.quantities import find_amounts
from monolint.extraction.statements import Statement


@dataclass(frozen=True, slots=True)
class Cue:
    """Why a sentence should have been read: the kind it points to, and the reason that it was not."""

    kind: Kind
    reason: str


_WORDS: tuple[tuple[re.Pattern[str], Cue], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), Cue(kind, reason))
    for pattern, kind, reason in (
        (
            r"contra-?indicat",
            Kind.CONTRAINDICATION,
            "contraindicated, but no condition, drug or population was recognised",
        ),
        (
            r"\bpregnan|\bf(?:o)?et(?:us|al)\b|trimester",
            Kind.PREGNANCY,
            "speaks of pregnancy, but gives no advice that was recognised",
        ),
        (
            r"breast[\s-]?fe|lactat|\bnursing\b|breast\s+milk",
            Kind.LACTATION,
            "speaks of breastfeeding, but gives no advice that was recognised",
        ),
        (
            r"contracepti",
            Kind.CONTRACEPTION,
            "speaks of contraception, but gives no advice that was recognised",
        ),
        (
            r"\b(?:dos\w+\s+)?adjust|dos\w+\s+reduc|reduc\w+\s+(?:the\s+)?dos",
            Kind.DOSE,
            "a dose adjustment whose trigger was not recognised",
        ),
        (
            r"\bavoid|not\s+recommended|\bcaution|not\s+be\s+used|do\s+not\s+(?:use|take)",
            Kind.CONTRAINDICATION,
            "advice whose object was not recognised",
        ),
        (r"\bcycles?\b", Kind.DURATION, "cycles without a number that was recognised"),
        (
            r"\bmonitor|\bevaluat|\bcheck\b",
            Kind.MONITORING,
            "monitoring that was not recognised",
        ),
        (r"\bmaximum|\bexceed", Kind.MAX_DOSE, "a maximum without a figure that was recognised"),
        (
            r"\b(?:renal|kidney|hepatic|liver)\s+(?:impair|dysfunction|insuffic|disease|failure)",
            Kind.RENAL,
            "an impaired organ without advice that was recognised",
        ),
    )
)
_FIGURE = "a figure whose meaning was not recognised"
_KIND_OF_SECTION = {
    "pharmacokinetics": Kind.PHARMACOKINETICS,
    "storage": Kind.STORAGE,
    "undesirable_effect": Kind.ADVERSE_REACTION,
    "interaction": Kind.INTERACTION,
    "indication": Kind.INDICATION,
    "monitoring": Kind.MONITORING,
    "mechanism": Kind.MECHANISM,
}


def find_cue(statement: Statement) -> Cue | None:
    """The first cue of a sentence, or None when nothing in it could have become a claim."""
    text = statement.leading + statement.text
    for pattern, cue in _WORDS:
        if pattern.search(text):
            return cue
    if find_amounts(statement.text):
        return Cue(_KIND_OF_SECTION.get(statement.section or "", Kind.DOSE), _FIGURE)
    return None
