"""What a sentence says of whether the medicine passes into human milk: it does, or nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Kind, Scope
from monolint.extraction.statements import Draft

IN_MILK = "passage into milk"
PASSES, UNKNOWN = "known", "not known"

_MILK = r"(?:human\s+|breast\s*|mother['’]s\s+)+milk\b"
_VERB = r"(?:excreted|secreted|distributed|present|found|detected|passed)"
_UNKNOWN = re.compile(
    r"\b(?:(?:unknown|unclear|uncertain|not\s+(?:\w+\s+)?(?:known|clear))\s+(?:whether|if)|(?:whether|if))\s+[^.;]{1,60}?"
    rf"\b(?:(?:is|are)\s+{_VERB}|pass(?:es)?|appears?)\s+(?:\w+\s+)?(?:in|into|to)\s+{_MILK}[^.;]*",
    re.IGNORECASE,
)
_DOUBT = re.compile(r"\b(?:unknown|unclear|uncertain|not\s+(?:\w+\s+)?(?:known|clear))\b", re.IGNORECASE)
_PASSES = re.compile(rf"\b(?:(?:is|are)\s+{_VERB}|passes|appears)\s+(?:in|into|to)\s+{_MILK}", re.IGNORECASE)
# Doubt, denial, another animal's milk or another substance: none of them says that this medicine passes.
_OPEN = re.compile(
    r"\b(?:no|not|whether|if|may|might|could|unknown|unclear|uncertain|likely|probably|possibl[ey]|animals?|rats?|minimal\w*|other"
    r"|similar|related|drugs|medicines|many|some|metabolites?)\b|n['’]t\b",
    re.IGNORECASE,
)


def passage_into_milk(text: str) -> Iterator[Draft]:
    """One draft for a sentence that says plainly that the medicine passes, or that this is not known."""
    if "milk" not in text.lower():
        return
    unknown = _UNKNOWN.search(text)
    if unknown and _DOUBT.search(unknown.group()):
        yield _draft(UNKNOWN, unknown)
        return
    passes = _PASSES.search(text)
    if passes and not _OPEN.search(text[: passes.end()]):
        yield _draft(PASSES, passes)


def _draft(value: str, found: re.Match[str]) -> Draft:
    category = Category(None, frozenset({value}))
    return Draft(Kind.LACTATION, IN_MILK, category, Scope(), marks=((found.start(), found.end()),))
