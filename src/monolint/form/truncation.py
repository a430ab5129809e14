"""Descriptions in the front matter that stop before their sentence does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.document import Document, Origin, Scalar
from monolint.domain.text import Span
from monolint.form.interface import Defect

_KEYS = frozenset({"description", "summary", "abstract", "excerpt", "intro", "introduction"})
_CUT = re.compile(r"(?:\.{3,}|…)$")
_SENTENCE_END = (".", "!", "?", ":", ")", "]")
_WORD = re.compile(r"\S+")
_MARKUP = re.compile(r"[*_`]+")
_CLOSING = " \t\r\n\"'*_"
_SHOWN_WORDS = 6
_FEWEST_WORDS = 4


def description(document: Document) -> Iterator[Defect]:
    """Descriptions that end in dots, or in the middle of a sentence that the body goes on with."""
    for scalar in document.scalars:
        if scalar.key.casefold() not in _KEYS:
            continue
        text = _plain(scalar.text)
        if text and (_CUT.search(text) or _goes_on(document, text)):
            place = _last_words(document.text, scalar)
            yield Defect(scalar.key, _plain(place.slice(document.text)), (place,))


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub("", text).split())


def _goes_on(document: Document, text: str) -> bool:
    """Whether a text stops inside a sentence that a passage of the body has whole."""
    words = text.split()
    if text.endswith(_SENTENCE_END) or len(words) < _FEWEST_WORDS:
        return False
    tail = " ".join(words[-_SHOWN_WORDS:])
    for passage in document.passages:
        if passage.origin is Origin.BODY and tail in passage.text:
            rest = passage.text[passage.text.index(tail) + len(tail) :].lstrip()
            return bool(rest) and not rest.startswith(_SENTENCE_END)
    return False


def _last_words(text: str, scalar: Scalar) -> Span:
    """The last words of a value, without the quotes around it."""
    raw = scalar.span.slice(text)
    end = len(raw.rstrip(_CLOSING))
    words = list(_WORD.finditer(raw, 0, end))[-_SHOWN_WORDS:]
    start = words[0].start() if words else 0
    return Span(scalar.span.start + start, scalar.span.start + max(start, end))
