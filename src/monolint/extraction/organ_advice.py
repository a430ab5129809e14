"""What a clause on impaired organs or old age advises, or nothing where it leaves the case open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from monolint.domain.claim import Band, Stance, Strength
from monolint.extraction.answers import RELATIVE
from monolint.extraction.grades import find_organ_grades
from monolint.extraction.stances import Advice, find_advice, strength

# "Relative contraindications include ..." asks for more care than usual and bans nothing.
_RELATIVE_BEFORE = re.compile(r"\brelative(?:ly)?\s*$", re.IGNORECASE)
# "Reduce the dose or avoid it" and "with caution, if at all" choose neither.
_ALTERNATIVE = re.compile(r"^[^.;]{0,60}?\bor\b\W*(?:\w+\W+){0,2}$", re.IGNORECASE)
_OPEN = re.compile(r"\bif\s+at\s+all\b|\brespectively\b", re.IGNORECASE)
_CHANGE = r"(?:adjust|modif|reduc|chang|alter)\w*"
_NEED = r"(?:need|requir|necess|warrant|indicat)\w*"
# "Adjustments of the dose for impaired kidneys are not typically needed"; "you won't need a dose adjustment"
_NOT_NEEDED = re.compile(
    rf"\b{_CHANGE}\s[^.;,]{{0,80}}?\b(?:is|are)\s+(?:\w+\s+)?(?:not|un)\s*(?:\w+\s+)?{_NEED}\b", re.IGNORECASE
)
_NEEDS_NOT = re.compile(
    r"(?:\bnot|n['’]t)\s+(?:\w+ly\s+)?(?:need|require)s?\s+(?:to\s+(?:have\s+)?)?(?:an?\s+|any\s+)?$",
    re.IGNORECASE,
)
# A label that gives no figures says nothing of whether the dose changes.
_SILENT = re.compile(
    rf"(?:\s+{_CHANGE})?(?:\s+(?:is|are|has|have|been|were))*\s+(?:not\s+)?(?:\w+ly\s+|well\s+)?"
    r"(?:defined|described|listed|given|provided|specified|mentioned|stated|documented|outlined|included|published)\b",
    re.IGNORECASE,
)
# Denials that leave room: a forecast, and a reason that holds for one way of use only.
_FORESEEN = re.compile(r"\b(?:expected|anticipated|foreseen|thought)\b", re.IGNORECASE)
_HARDLY_ABSORBED = re.compile(
    r"\b(?:minimal|limited|low|negligible|poor|little|insignificant|not)(?:ly)?\s+(?:systemic(?:ally)?\s+)?(?:absor|exposure)",
    re.IGNORECASE,
)
# "Information on dose adjustments is not available" advises none.
_ON_INFORMATION = re.compile(
    r"\b(?:information|guidance|guidelines?|recommendations?|data|details)\s+(?:regarding|on|about|concerning|for)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_UNAVAILABLE = re.compile(
    r"\b(?:not|un|no)\s*(?:\w+\s+)?(?:provided|available|established|given|specified)\b|\blacking\b|\blimited\b",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"\b(?:mild|moderate|severe|end[\s-]stage|child[\s-]pugh|crcl|clearance|e?gfr)\b", re.IGNORECASE
)
_REASON = re.compile(r"\b(?:due\s+to|because(?:\s+of)?|owing\s+to)\b", re.IGNORECASE)


def before_reason(part: str) -> str:
    """A clause up to its reason: "needs care due to reduced kidney function" is no advice for kidneys."""
    reason = _REASON.search(part)
    return part[: reason.start()] if reason and reason.start() else part


def graded_stretch(advice: Advice, part: str) -> str:
    """The stretch of a clause whose grades an advice is for, where several take turns.

    "Reduce the dose in moderate, avoid in severe disease" names the grade after its advice,
    "severe disease: avoid, moderate: reduce the dose" before it.
    """
    every = [other for other in find_advice(part) if other.stance.band is not Band.OPEN]
    first = _GRADE.search(part)
    if len(every) < 2 or first is None or not _GRADE.search(part, first.end()):
        return part
    number = next((i for i, other in enumerate(every) if other.start == advice.start), None)
    if number is None:
        return part
    if first.start() < every[0].start:
        low, high = (every[number - 1].end if number else 0), every[number].end
    else:
        low, high = every[number].start, (every[number + 1].start if number + 1 < len(every) else len(part))
    stretch = part[low:high]
    return stretch if find_organ_grades(stretch) else part


def in_turn(advice: Advice, part: str) -> list[Advice]:
    """The other advice of a clause that gives each grade its own, where `advice` is one of those.

    "Contraindicated in severe and used with caution in mild disease" advises twice.
    """
    every = [other for other in find_advice(part) if other.stance.band is not Band.OPEN]
    graded = [other for other in every if graded_stretch(other, part) != part]
    if advice.start not in {other.start for other in graded}:
        return []
    return [other for other in graded if other.stance is not advice.stance]


def settled(advice: Advice, every: Sequence[Advice], part: str) -> Advice | None:
    """The advice of a clause as its other words leave it, or None where they leave it open."""
    if _OPEN.search(part) or _is_alternative(every, part):
        return None
    if advice.stance is Stance.CONTRAINDICATED and _RELATIVE_BEFORE.search(part, 0, advice.start):
        return Advice(Stance.CAUTION, advice.start, advice.end)
    if advice.stance is Stance.CONTRAINDICATED and RELATIVE.search(part, advice.start, advice.end):
        return Advice(Stance.CAUTION, advice.start, advice.end)
    if (
        advice.stance is Stance.ADJUST
        and _ON_INFORMATION.search(part, 0, advice.start)
        and _UNAVAILABLE.search(part)
    ):
        return None
    if advice.stance is Stance.ADJUST and is_denied(advice, part):
        return Advice(Stance.NO_ADJUSTMENT, advice.start, advice.end)
    if advice.stance is Stance.NO_ADJUSTMENT and _SILENT.match(part, advice.end):
        return None
    return advice


def is_denied(advice: Advice, part: str) -> bool:
    """Whether the words around an adjustment say that none is needed."""
    after = _NOT_NEEDED.search(part, advice.start)
    return bool(_NEEDS_NOT.search(part[: advice.start]) or (after and after.start() < advice.end))


def denial_strength(part: str, advice: Advice) -> Strength:
    """How firmly a clause says that the dose stays the same."""
    if _FORESEEN.search(part, advice.start) or _HARDLY_ABSORBED.search(part):
        return Strength.HEDGED
    return strength(part, advice)


def _is_alternative(every: Sequence[Advice], part: str) -> bool:
    return any(
        {one.stance.band, two.stance.band} == {Band.FORBIDS, Band.CONDITIONS}
        and _ALTERNATIVE.match(part[one.end : two.start])
        for one, two in pairwise(every)
    )
