"""Marks of emphasis without a partner, which readers see as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from monolint.domain.document import Document
from monolint.domain.text import Span
from monolint.form.interface import Defect

_EXCERPT = 32


@dataclass(frozen=True, slots=True)
class _Mark:
    """A run of asterisks or underscores, the characters beside it, and the line it stands in."""

    text: str
    before: str
    after: str
    line: int
    begins_line: bool

    @property
    def opens(self) -> bool:
        if self.before.isalnum() or not self.after.strip():
            return False
        return self.after.isalnum() or not self.before.strip()

    @property
    def closes(self) -> bool:
        return bool(self.before.strip()) and not self.after.isalnum()

    @property
    def is_sign(self) -> bool:
        """A lone asterisk after a word is a footnote sign; a row of underscores is a blank to fill in."""
        if self.text[0] == "_":
            return len(self.text) > 2
        return self.text == "*" and self.closes and self.before != "*"


def unbalanced(document: Document) -> Iterator[Defect]:
    """The first mark in a line that opens or closes an emphasis and has no partner in its block."""
    marks = [(span, _mark(document, span)) for span in document.stray_marks]
    # A run that follows a word in one place and begins a line in another is a footnote's sign.
    signs = {mark.text for _, mark in marks if mark.closes}
    signs &= {mark.text for _, mark in marks if mark.begins_line and not mark.closes}
    line = 0
    for span, mark in marks:
        if mark.line == line or mark.is_sign or mark.text in signs or not (mark.opens or mark.closes):
            continue
        line = mark.line
        yield Defect(_excerpt(document, span, mark), mark.text, (span,))


def _mark(document: Document, span: Span) -> _Mark:
    text, line = document.text, document.lines.position(span.start).line
    return _Mark(
        span.slice(text),
        text[span.start - 1 : span.start] if span.start else "",
        text[span.end : span.end + 1],
        line,
        not text[document.lines.start_of(line) : span.start].strip(),
    )


def _excerpt(document: Document, span: Span, mark: _Mark) -> str:
    """The mark with the words that it opens or closes, as far as they fit."""
    if mark.opens:
        words = document.text[span.start : span.end + _EXCERPT].splitlines()[0]
        return (words if len(words) < _EXCERPT else words.rpartition(" ")[0]).strip()
    words = document.text[max(span.start - _EXCERPT, 0) : span.end].splitlines()[-1]
    return (words if len(words) < _EXCERPT else words.partition(" ")[2]).strip()
