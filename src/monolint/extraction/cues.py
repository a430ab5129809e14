"""Cues: words and figures that should have become a claim, so that silence is never taken for agreement."""

from __future__ import annotations

from dataclasses import dataclass

from monolint.domain.claim import Kind
from monolint.extraction.quantities import find_amounts
from monolint.extraction.statements import Statement
from monolint.extraction.stems import Stemmed, stemmed


@dataclass(frozen=True, slots=True)
class Cue:
    """Why a sentence should have been read: the kind it points to, and the reason that it was not."""

    kind: Kind
    reason: str


_WORDS: tuple[tuple[Stemmed, Cue], ...] = tuple(
    (stemmed(stems, pattern), Cue(kind, reason))
    for stems, pattern, kind, reason in (
        (
            "indicat",
            r"contra-?indicat",
            Kind.CONTRAINDICATION,
            "contraindicated, but no condition, drug or population was recognised",
        ),
        (
            "pregnan fetus foetus fetal foetal trimester",
            r"\bpregnan|\bf(?:o)?et(?:us|al)\b|trimester",
            Kind.PREGNANCY,
            "speaks of pregnancy, but gives no advice that was recognised",
        ),
        (
            "breast lactat nursing",
            r"breast[\s-]?fe|lactat|\bnursing\b|breast\s+milk",
            Kind.LACTATION,
            "speaks of breastfeeding, but gives no advice that was recognised",
        ),
        (
            "contracepti",
            r"contracepti",
            Kind.CONTRACEPTION,
            "speaks of contraception, but gives no advice that was recognised",
        ),
        (
            "adjust reduc",
            r"\b(?:dos\w+\s+)?adjust|dos\w+\s+reduc|reduc\w+\s+(?:the\s+)?dos",
            Kind.DOSE,
            "a dose adjustment whose trigger was not recognised",
        ),
        (
            "avoid caution not",
            r"\bavoid|not\s+recommended|\bcaution|not\s+be\s+used|do\s+not\s+(?:use|take)",
            Kind.CONTRAINDICATION,
            "advice whose object was not recognised",
        ),
        ("cycle", r"\bcycles?\b", Kind.DURATION, "cycles without a number that was recognised"),
        (
            "monitor evaluat check",
            r"\bmonitor|\bevaluat|\bcheck\b",
            Kind.MONITORING,
            "monitoring that was not recognised",
        ),
        (
            "maximum exceed",
            r"\bmaximum|\bexceed",
            Kind.MAX_DOSE,
            "a maximum without a figure that was recognised",
        ),
        (
            "renal kidney hepatic liver",
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
    lowered = text.lower()
    for pattern, cue in _WORDS:
        if pattern.search(text, lowered):
            return cue
    if find_amounts(statement.text):
        return Cue(_KIND_OF_SECTION.get(statement.section or "", Kind.DOSE), _FIGURE)
    return None
