"""Comparing two texts by their words: white space, markup, quotes, dashes and case say nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

_TAG = re.compile(
    r"</?(?:b|em|i|p|small|span|strong|sub|sup|u)\b[^<>]*>|(?P<line_break><br\b[^<>]*>)", re.IGNORECASE
)
_LINK_TARGET = re.compile(r"\]\([^()\s]*\)")
# A number, a word, or a sign that changes what is said; layout and punctuation are no words.
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[<>≤≥=+±%$€£≈°]")
_NO_WORD = re.compile(r"[\W_]+")
_CONTEXT = 2
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Word:
    """A word folded to lower case, and where it stands in its text."""

    folded: str
    start: int
    end: int


def plain(text: str) -> str:
    """A text without emphasis, inline tags, link targets, entities and runs of white space."""
    text = text.replace("*", "").replace("`", "")
    if "<" in text:
        text = _TAG.sub(lambda tag: " " if tag["line_break"] else "", text)
    if "&" in text:
        text = unescape(text)
    if "](" in text:
        text = _LINK_TARGET.sub("]", text)
    return " ".join(text.split())


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [Word(match.group().casefold(), *match.span()) for match in _WORD.finditer(text)]


def folded(text: str) -> str:
    """A short text in lower case, with nothing but its words."""
    return _NO_WORD.sub(" ", text.casefold()).strip()


def difference(one: str, two: str) -> tuple[str, str] | None:
    """The first words in which two plain texts differ, a little of what stands before included."""
    if one == two:
        return None
    left, right = words(one), words(two)
    pairs = zip(left, right, strict=False)
    first = next((i for i, (a, b) in enumerate(pairs) if a.folded != b.folded), min(len(left), len(right)))
    if first == len(left) == len(right):
        return None
    end = _common_end(left[first:], right[first:])
    return _excerpt(one, left, first, end), _excerpt(two, right, first, end)


def _common_end(left: list[Word], right: list[Word]) -> int:
    pairs = zip(reversed(left), reversed(right), strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a.folded != b.folded), min(len(left), len(right)))


def _excerpt(text: str, found: list[Word], first: int, common_end: int) -> str:
    """The words that differ, as many as are shown, with a few before them and one after."""
    differing_end = min(len(found) - common_end, first + _LONGEST)
    shown = found[max(first - _CONTEXT, 0) : max(differing_end, first) + 1]
    return text[shown[0].start : shown[-1].end] if shown else ""
