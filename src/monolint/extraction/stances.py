"""What a sentence advises: contraindicated, avoid, caution, may be used ..."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from monolint.domain.claim import Band, Stance, Strength
from monolint.extraction import lexicon


@dataclass(frozen=True, slots=True)
class Advice:
    """A stance and the characters of the sentence that state it."""

    stance: Stance
    start: int
    end: int


@lru_cache(maxsize=2048)
def find_advice(text: str) -> tuple[Advice, ...]:
    """Every stance in a text, in the order of the text.

    Where phrases overlap, the entry that stands higher in the vocabulary wins, then the longer
    phrase; what only looks like advice ("avoid alcohol", "the recommended dose") is left out.
    """
    found = lexicon.stances().find(text)
    return tuple(Advice(Stance(hit.label), hit.start, hit.end) for hit in found if hit.label != lexicon.GUARD)


@lru_cache(maxsize=2048)
def find_interaction_advice(text: str) -> tuple[Advice, ...]:
    """Every stance in a text that speaks of taking two things together, in the order of the text."""
    found = lexicon.interaction_stances().find(text)
    return tuple(Advice(Stance(hit.label), hit.start, hit.end) for hit in found if hit.label != lexicon.GUARD)


def find_hedges(text: str) -> list[tuple[int, int]]:
    """Places of words that lower the strength of what is said."""
    return [(hit.start, hit.end) for hit in lexicon.hedges().find(text) if hit.term != lexicon.GUARD]


def is_denial(text: str) -> bool:
    """Whether a text is an explicit "none" and nothing else ("None known.")."""
    content = text.strip().rstrip(".!").strip()
    denials = lexicon.denials()
    return denials.may_open(content) and any(
        hit.start == 0 and hit.end == len(content) for hit in denials.find(content)
    )


def denies(text: str, word: str) -> bool:
    """Whether a text holds an explicit "none" that names `word` ("Currently, no known contraindications")."""
    return any(word in text[hit.start : hit.end].lower() for hit in lexicon.denials().find(text))


_STRONGER_FIRST = (
    Stance.CONTRAINDICATED,
    Stance.AVOID,
    Stance.NOT_RECOMMENDED,
    Stance.SEPARATE,
    Stance.ADJUST,
    Stance.CAUTION,
    Stance.MONITOR,
    Stance.WEIGH_RISKS,
    Stance.IF_NEEDED,
    Stance.LIMIT,
    Stance.NO_ADJUSTMENT,
    Stance.SAFE,
    Stance.LOW_RISK,
    Stance.MAY_USE,
    Stance.ADVISED,
    Stance.HAZARD,
    Stance.CONSULT,
    Stance.NOT_ESTABLISHED,
    Stance.UNKNOWN,
)
_OR = re.compile(r"^\W*(?:\w+\W+){0,2}or\b\W*(?:\w+\W+){0,2}$", re.IGNORECASE)
_CONDITIONS = (Stance.WEIGH_RISKS, Stance.IF_NEEDED)


def overall(advice: Sequence[Advice], text: str = "") -> Advice | None:
    """The stance of a sentence as a whole.

    A condition softens a ban ("not recommended unless the benefit outweighs the risk"), but nothing
    softens "contraindicated". Of two that `text` joins by "or" the weaker stands ("use with caution or
    avoid"). Otherwise the strongest stands.
    """
    if not advice:
        return None
    firm = [item for item in advice if item.stance.band is not Band.OPEN] or advice
    if len(firm) == 2 and are_alternatives(firm[0], firm[1], text):
        return max(firm, key=lambda item: _STRONGER_FIRST.index(item.stance))
    stances = {item.stance for item in advice}
    if Stance.CONTRAINDICATED not in stances:
        condition = next((item for item in advice if item.stance in _CONDITIONS), None)
        if condition and any(item.stance.band in (Band.FORBIDS, Band.PERMITS) for item in advice):
            return condition
    return min(advice, key=lambda item: _STRONGER_FIRST.index(item.stance))


def are_alternatives(one: Advice, two: Advice, text: str) -> bool:
    """Whether a text joins two advices by "or" ("with caution or avoided")."""
    return bool(_OR.search(text[one.end : two.start]))


_MODAL = frozenset({"can", "may", "could", "considered"})


def strength(text: str, advice: Advice) -> Strength:
    """Whether the advice is hedged by a word beside it ("usually", "may be", "if needed").

    The "may" of a permission is the permission itself.
    """
    for start, end in find_hedges(text):
        inside = advice.start <= start and end <= advice.end
        if inside and advice.stance in (Stance.MAY_USE, Stance.SAFE) and text[start:end].lower() in _MODAL:
            continue
        if end >= advice.start - 25 and start <= advice.end + 12:
            return Strength.HEDGED
    return Strength.PLAIN
