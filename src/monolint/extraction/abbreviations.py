"""Abbreviations that a document defines itself: "metastatic disease (MD)".

The long form is found by walking back over the letters of the short form, after
Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (PSB 2003).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_SHORT = re.compile(r"\(\s*([A-Za-z][A-Za-z0-9/&-]{1,9})\s*(?:[;,][^()]{0,40})?\)")
_WORDS_BEFORE = re.compile(r"[\w'-]+(?:[\s/]+[\w'-]+)*\s*$")


def learn_abbreviations(texts: Iterable[str]) -> Mapping[str, str]:
    """Short forms and their long forms (lower case), the first definition of each."""
    known: dict[str, str] = {}
    for text in texts:
        if "(" not in text:
            continue
        for found in _SHORT.finditer(text):
            short = found.group(1)
            if sum(character.isupper() for character in short) < 2 or short in known:
                continue
            long = _long_form(short, text[: found.start()])
            if long:
                known[short] = long.lower()
    return known


def _long_form(short: str, before: str) -> str | None:
    window = _WORDS_BEFORE.search(before[-160:])
    if window is None:
        return None
    words = window.group().rstrip().split(" ")
    candidate = " ".join(words[-min(len(short) + 5, len(short) * 2) :])
    letters = [character for character in short.lower() if character.isalnum()]
    index = len(candidate)
    for position in range(len(letters) - 1, -1, -1):
        index -= 1
        while index >= 0 and (
            candidate[index].lower() != letters[position]
            or (position == 0 and index > 0 and candidate[index - 1].isalnum())
        ):
            index -= 1
        if index < 0:
            return None
    long = candidate[index:]
    return long if len(long.split()) > 1 or len(long) > len(short) + 3 else None


def expand(text: str, abbreviations: Mapping[str, str]) -> str:
    """`text` with every known short form replaced by its long form."""
    if not abbreviations:
        return text
    return re.sub(r"\b[A-Za-z][A-Za-z0-9/&-]{1,9}\b", lambda m: abbreviations.get(m.group(), m.group()), text)
