"""What is said of children's doses without a figure: who fits them, or need not, gives children the drug."""

from __future__ import annotations

import re

from monolint.domain.claim import Stance
from monolint.extraction.stances import Advice, find_advice

_CHILD = r"(?:child(?:ren)?(?:['’]s?)?|p(?:a)?ediatric|infants?)"
_DOSE = r"(?:dos(?:e|es|age|ages|ing))"
_FITTED = (
    r"\b(?:is|are)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:lower|smaller|calculated|weight[\s/-]|(?:based|dependent)\s+(?:up)?on\b)"
)
_OF_CHILDREN = re.compile(
    rf"\b(?:{_DOSE}\s+(?:for|in|of)\s+{_CHILD}|{_CHILD}\s+{_DOSE})(?:\s+[\w-]+){{0,4}}?\s+{_FITTED}",
    re.IGNORECASE,
)
_UNDER_THEIR_LABEL = re.compile(rf"\W*(?:the\s+)?{_DOSE}\s+{_FITTED}", re.IGNORECASE)
_OF_A_DOSE = re.compile(rf"\b{_DOSE}\b", re.IGNORECASE)
_CHANGES = frozenset({Stance.ADJUST, Stance.NO_ADJUSTMENT})
_DENIED = re.compile(r"\b(?:not|no|never|cannot|without)\b|n['’]t\b", re.IGNORECASE)


def implied_use(part: str, labelled: bool) -> Advice | None:
    """What a clause does to children's doses: fits them to the child, or leaves them as they are.

    `labelled` says that the clause stands under a label for children.
    """
    fitted = _OF_CHILDREN.search(part) or (_UNDER_THEIR_LABEL.match(part) if labelled else None)
    if fitted and not _DENIED.search(part):
        return Advice(Stance.ADJUST, *fitted.span())
    if not _OF_A_DOSE.search(part):
        return None
    changes = [advice for advice in find_advice(part) if advice.stance in _CHANGES]
    stances = {advice.stance for advice in changes}
    if len(stances) != 1 or (Stance.ADJUST in stances and _DENIED.search(part)):
        return None
    return changes[0]
