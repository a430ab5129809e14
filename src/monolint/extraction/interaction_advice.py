"""Which advice of a clause holds for which of the things that it names as taken together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monolint.domain.claim import Qualifier, Stance
from monolint.extraction.brackets import bracket_after, is_inside
from monolint.extraction.interactants import Interactant
from monolint.extraction.stances import Advice, find_interaction_advice, overall

_TOGETHER = re.compile(
    r"\bwith\b|\btogether\b|\balongside\b|combin|co-?admin|concomitant|concurrent|\badded\b", re.IGNORECASE
)
_NO_PLAN = re.compile(r"\b(?:possible|suitable|appropriate|indicated|approved)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|no|never|without|rarely|cannot)\b[^.;]{0,40}$", re.IGNORECASE)
_THROUGHOUT = re.compile(
    r"\bduring\b|\b(?:last|final)\s+dose|\bdiscontinu|\bcomplet|\bafter\s+(?:\w+\s+)?(?:treatment|therapy)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:as\s+(?:it|they|this|these)|because|due\s+to|since|which\s+(?:may|can|could)|leading\s+to|resulting\s+in"
    r"|to\s+(?:avoid|prevent|reduce|minimi[sz]e))\b",
    re.IGNORECASE,
)
_FALLBACK = re.compile(
    r"\bif\s+(?:(?:this\s+is\s+|it\s+is\s+|use\s+is\s+)?(?:unavoidable|not\s+possible|necessary)"
    r"|(?:[\w-]+\s+){0,4}(?:cannot\s+be\s+avoided|is\s+(?:deemed\s+)?(?:necessary|unavoidable|required|essential)))",
    re.IGNORECASE,
)
_UNLESS = re.compile(r"\b(?:unless|except)\b", re.IGNORECASE)
_ASK_FIRST = re.compile(
    r"\b(?:without|unless|before)\s+(?:\w+\s+){0,3}(?:consult\w*|approv\w+|supervision|guidance|advice|advised|directed|instructed|talking|speaking)\b",
    re.IGNORECASE,
)
_NO_ADVICE = frozenset({Stance.ADVISED, Stance.CONSULT, Stance.LOW_RISK, Stance.SAFE})
_OR_ELSE = re.compile(
    r"\W*(?:\w+\W+){0,2}or\b\W*(?:\w+\W+){0,2}"
    r"(?:careful|close|manag|monitor|adjust|dos|caution|limit|minimi|reduc|moderat|separat|used?\b)",
    re.IGNORECASE,
)
_OR_LIMIT = re.compile(
    r"\b(?:limit\w*|minimi\w+|moderat\w+|reduc\w+)\b[^.;,]{0,30}\bor\b[^.;,]{0,30}\bavoid"
    r"|\bavoid\w*[^.;,]{0,30}\bor\b[^.;,]{0,30}\b(?:limit|minimi|moderat|reduc)",
    re.IGNORECASE,
)
_FIRM = frozenset({Stance.CONTRAINDICATED, Stance.AVOID, Stance.NOT_RECOMMENDED})


def find_co_use_advice(part: str, section: str | None) -> list[Advice]:
    """The advice of a clause on taking things together; a section on indications only plans it."""
    found = [advice for advice in find_interaction_advice(part) if advice.stance not in _NO_ADVICE]
    if any(advice.stance in _FIRM for advice in found) and _ASK_FIRST.search(part):
        return []
    planned = [advice for advice in found if advice.stance is Stance.MAY_USE and _is_plan(part, advice)]
    others = [advice for advice in found if advice.stance is not Stance.MAY_USE]
    if section == "indication":
        return planned if not others else []
    hazards_only = all(advice.stance is Stance.HAZARD for advice in others)
    return sorted([*others, *(planned if hazards_only else [])], key=lambda advice: advice.start)


def _is_plan(part: str, advice: Advice) -> bool:
    if _NO_PLAN.search(part, advice.start, advice.end) or _NEGATED.search(part[: advice.start]):
        return False
    return _TOGETHER.search(part, advice.start, advice.end + 20) is not None


def advice_for(
    item: Interactant, advice: Sequence[Advice], objects: Sequence[Interactant], part: str
) -> Advice | None:
    """The advice for one of the things that a clause names, or None.

    Advice in brackets is for what stands before them. Where several come in turn ("contraindicated with A,
    caution with B") the one before it holds.
    """
    after = bracket_after(part, item.end) if item.end else None
    inside = [found for found in advice if after and after[0] <= found.start < after[1]]
    if inside:
        return _whole(inside, part)
    outer = [found for found in advice if not is_inside(part, found.start)]
    if not outer and not item.end:
        return _whole(advice, part)
    own = next((found for found in outer if found.start <= item.start < found.end), None)
    if own and own.stance is not Stance.HAZARD and not _leaves_open(outer, part):
        return own
    firm = [found for found in outer if found.stance is not Stance.HAZARD]
    if item.end and _in_turn(firm, objects):
        before = [found for found in firm if found.start <= item.start]
        return before[-1] if before else None
    chosen = _whole(outer, part)
    return chosen if chosen and _reaches(chosen, item, objects, part) else None


def _reaches(chosen: Advice, item: Interactant, objects: Sequence[Interactant], part: str) -> bool:
    """Whether an advice holds for a thing: not if it stands in the reason for it, or before another's own."""
    reason = _REASON.search(part, chosen.end)
    named_before = any(found.end == 0 or found.start < (reason.start() if reason else 0) for found in objects)
    if reason and item.start > reason.start() and named_before and chosen.stance is not Stance.HAZARD:
        return False
    holds_another = any(chosen.start <= other.start < chosen.end for other in objects)
    after_only = chosen.stance is Stance.MAY_USE or holds_another
    return not (after_only and item.end and item.start < chosen.start)


def _in_turn(firm: Sequence[Advice], objects: Sequence[Interactant]) -> bool:
    """Whether each of several advices has things of its own after it."""
    if len(firm) < 2 or any(item.end == 0 or item.start < firm[0].start for item in objects):
        return False
    first = [item for item in objects if item.start < firm[1].start]
    return bool(first) and any(item.start >= firm[1].start for item in objects)


def _whole(advice: Sequence[Advice], part: str) -> Advice | None:
    """The advice of a clause as a whole; "avoid or limit" leaves open which."""
    if _leaves_open(advice, part):
        return None
    stances = {found.stance for found in advice}
    apart = next((found for found in advice if found.stance is Stance.SEPARATE), None)
    if apart and Stance.CONTRAINDICATED not in stances and not _THROUGHOUT.search(part):
        return apart
    return overall([found for found in advice if found is not apart or len(advice) == 1], part)


def _leaves_open(advice: Sequence[Advice], part: str) -> bool:
    if _OR_LIMIT.search(part):
        return True
    return any(_OR_ELSE.match(part, found.end) for found in advice if found.stance in _FIRM)


def qualifier_of(part: str, advice: Advice) -> Qualifier:
    """Whether an advice is a fallback ("if unavoidable, monitor") or leaves an exception ("unless ...")."""
    if _FALLBACK.search(part) and advice.stance not in _FIRM:
        return Qualifier.FALLBACK
    return Qualifier.CONDITIONAL if _UNLESS.search(part) else Qualifier.USUAL
