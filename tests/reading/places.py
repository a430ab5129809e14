"""What holds for every passage of every document: its characters are those of the file."""

from __future__ import annotations

import re
from html import unescape

from monolint.domain.document import Document, Passage

_YAML_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|.)", re.DOTALL)
_BREAK_TAG = re.compile(r"\s*<br[^>]*>\s*")


def misplaced(document: Document) -> list[str]:
    """The segments whose text is not that of the file, as far as markup and folding allow."""
    return [
        f"{text!r} is {raw!r} in the file"
        for passage in document.passages
        for text, raw in _segments(document, passage)
        if not _stands_for(text, raw)
    ]


def raw_of(document: Document, passage: Passage) -> str:
    """The characters of the file that a passage spans."""
    return passage.span.slice(document.text)


def _segments(document: Document, passage: Passage) -> list[tuple[str, str]]:
    at = 0
    pairs = []
    for segment in passage.source_map.segments:
        assert segment.text_start == at
        at += segment.length
        pairs.append((passage.text[segment.text_start : at], segment.raw.slice(document.text)))
    assert at == len(passage.text)
    return pairs


def _stands_for(text: str, raw: str) -> bool:
    if len(text) == len(raw):
        return all(a == b or (a == " " and b.isspace()) for a, b in zip(text, raw, strict=True))
    if text == " ":
        return raw.isspace() or bool(_BREAK_TAG.fullmatch(raw)) or raw.startswith(("\\", "&"))
    return raw in (f"\\{text}", "''") or unescape(raw) == text or bool(_YAML_ESCAPE.fullmatch(raw))
