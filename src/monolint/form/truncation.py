"""Descriptions in the front matter that stop before their sentence does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.document import Document, Origin, Scalar
from monolint.domain.text import Span
from monolint.form.interface import Defect

_KEYS = frozenset({"description", "summary", "abstract", "excerpt", "intro", "introduction"})
_CUT = re.compile(r"(?:\.{3,}|…|[:;,])$")
_SENTENCE_END = (".", "!", "?", ")", "]")
_OPEN_END = re.compile(
    r"\b(?:a|an|and|are|as|at|by|for|from|have|in|is|of|on|or|than|that|the|to|which|who|with)$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"e?s\b")
_WORD = re.compile(r"\S+")
_MARKUP = re.compile(r"[*_`]+")
_OPENING = re.compile(r"(?:[>|][-+\d]{0,2}[ \t]*(?=[\r\n]))?[\s\"'*_-]*")
_CLOSING = " \t\r\n\"'*_"
_SHOWN_WORDS = 6
_FEWEST_WORDS = 4


def description(document: Document) -> Iterator[Defect]:
    """Descriptions that end in dots or a colon, or in the middle of a sentence that the body goes on with."""
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
    words = text.rpartition(". ")[2].split()
    if text.endswith(_SENTENCE_END) or len(words) < _FEWEST_WORDS:
        return False
    tail = " ".join(words[-_SHOWN_WORDS:])
    for passage in document.passages:
        if passage.origin is Origin.BODY and tail in passage.text:
            return _is_open(text, passage.text[passage.text.index(tail) + len(tail) :])
    return False


def _is_open(text: str, rest: str) -> bool:
    """Whether a text without full stop needs the rest; a phrase such as "medicine for fever" does not."""
    if rest[:1].isalnum():
        return not _PLURAL.match(rest)
    if not rest.strip() or rest.lstrip().startswith(_SENTENCE_END):
        return False
    return ". " in text or bool(_OPEN_END.search(text))


def _last_words(text: str, scalar: Scalar) -> Span:
    """The last words of a value, without the quotes around it."""
    raw = scalar.span.slice(text)
    opening = _OPENING.match(raw)
    start, end = opening.end() if opening else 0, len(raw.rstrip(_CLOSING))
    words = list(_WORD.finditer(raw, start, end))[-_SHOWN_WORDS:]
    if words:
        start = words[0].start()
    return Span(scalar.span.start + start, scalar.span.start + max(start, end))
