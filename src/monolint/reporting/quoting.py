"""Quotes of a file, folded, shortened around their conflicting words and wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monolint.domain.finding import Evidence
from monolint.domain.text import Span
from monolint.reporting.pieces import width_of
from monolint.reporting.wording import printable

_WORD = re.compile(r"\S+")
_BOLD = re.compile(r"\*\*+")
_GAP = " ... "


@dataclass(frozen=True, slots=True)
class Quote:
    """One line of text and the parts of it that are marked, sorted and apart from each other."""

    text: str
    marks: tuple[Span, ...] = ()


def quoted(evidence: Evidence, *, markup: bool = True) -> Quote:
    """The evidence on one line: white space folded, nothing that could steer a terminal.

    Without `markup`, the asterisks of bold text are left out.
    """
    folded: list[str] = []
    offsets: list[int] = []
    length = 0
    dropped = set() if markup else _bold_marks(evidence.text)
    for index, character in enumerate(evidence.text):
        offsets.append(length)
        if index in dropped:
            continue
        if not character.isspace():
            folded.append(printable(character))
        elif folded and folded[-1] != " ":
            folded.append(" ")
        else:
            continue
        length += len(folded[-1])
    offsets.append(length)
    start = evidence.span.start
    marks = [
        Span(offsets[max(mark.start - start, 0)], offsets[min(mark.end, evidence.span.end) - start])
        for mark in evidence.marks
        if mark.overlaps(evidence.span)
    ]
    text = "".join(folded).rstrip()
    return Quote(text, _clipped(_merged(marks), Span(0, len(text))))


def _bold_marks(text: str) -> set[int]:
    return {index for match in _BOLD.finditer(text) for index in range(*match.span())}


def _merged(spans: Sequence[Span], apart: int = 0) -> tuple[Span, ...]:
    """Sorted spans; those that touch, or stand at most `apart` characters apart, become one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + apart:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _clipped(marks: Sequence[Span], window: Span) -> tuple[Span, ...]:
    """The marks inside `window`, counted from its start."""
    return tuple(
        Span(max(mark.start, window.start) - window.start, min(mark.end, window.end) - window.start)
        for mark in marks
        if mark.overlaps(window)
    )


def shortened(quote: Quote, most: int) -> Quote:
    """At most about `most` characters: the marks with the words around them, "..." for what is left out."""
    if len(quote.text) <= most:
        return quote
    marked = sum(map(len, quote.marks))
    if not 0 < marked < most:
        first = quote.marks[0].start if quote.marks else 0
        windows: tuple[Span, ...] = (Span(first, min(first + most, len(quote.text))),)
    else:
        around = (most - marked) // (2 * len(quote.marks))
        wide = [Span(max(m.start - around, 0), min(m.end + around, len(quote.text))) for m in quote.marks]
        windows = _merged(wide, len(_GAP))
    return _joined(quote, [_at_words(quote, window) for window in windows])


def _at_words(quote: Quote, window: Span) -> Span:
    """`window` without the words that it cuts through, unless they are marked."""
    text, start, end = quote.text, window.start, window.end
    inside = [mark for mark in quote.marks if mark.overlaps(window)]
    first = inside[0].start if inside else end
    last = inside[-1].end if inside else start
    if start > 0 and not text[start - 1].isspace():
        blank = text.find(" ", start, first)
        start = blank + 1 if blank >= 0 else min(start, first)
    if end < len(text) and not text[end].isspace():
        blank = text.rfind(" ", max(last, start), end)
        end = blank if blank >= 0 else end
    return Span(start, end)


def _joined(quote: Quote, windows: Sequence[Span]) -> Quote:
    text = "... " if windows[0].start > 0 else ""
    marks: list[Span] = []
    for number, window in enumerate(windows):
        text += _GAP if number else ""
        marks += [
            Span(mark.start + len(text), mark.end + len(text)) for mark in _clipped(quote.marks, window)
        ]
        text += window.slice(quote.text)
    text += " ..." if windows[-1].end < len(quote.text) else ""
    return Quote(text, tuple(marks))


def wrapped(quote: Quote, width: int) -> list[Quote]:
    """The quote in lines of at most `width` columns; a longer word is broken."""
    return [
        Quote(window.slice(quote.text), _clipped(quote.marks, window))
        for window in _line_windows(quote.text, max(width, 1))
    ]


def _line_windows(text: str, width: int) -> Iterator[Span]:
    start = end = 0
    for word in _words(text, width):
        if end > start and width_of(text[start : word.end]) > width:
            yield Span(start, end)
            start = word.start
        elif end == start:
            start = word.start
        end = word.end
    if end > start:
        yield Span(start, end)


def _words(text: str, width: int) -> Iterator[Span]:
    for match in _WORD.finditer(text):
        for start in range(match.start(), match.end(), width):
            yield Span(start, min(start + width, match.end()))
