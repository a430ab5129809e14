"""Text without markup that knows where each of its characters stood."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from operator import itemgetter

from monolint.domain.text import Segment, SourceMap, Span

# What cannot be copied one to one: white space to be folded, entities, asterisks left by broken emphasis.
_SPECIAL = re.compile(
    r"(?P<blank>\s{2,}|[^\S ])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<stars>(?<!\d)\*+|\*+(?!\d)|\*{2,})"
)

_STRAY = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])")

_START, _END = itemgetter(0), itemgetter(1)


@dataclass(frozen=True, slots=True)
class MappedText:
    """Prose without markup, white space folded, with its map to the raw file.

    `bold` are the ranges of `text` that were strong or emphasised, apart and in order; `breaks` the
    offsets of the blanks that were line breaks. `strays` are the asterisks and underscores that opened
    or closed no emphasis in the block that the text is from, as places in the raw file.
    """

    text: str
    source_map: SourceMap
    bold: tuple[tuple[int, int], ...] = ()
    breaks: tuple[int, ...] = ()
    strays: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def span(self) -> Span:
        return self.source_map.span(0, len(self.text))

    def part(self, start: int, end: int | None = None) -> MappedText:
        """The text from `start` to `end` without white space at its ends."""
        end = len(self.text) if end is None else end
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = max(start, end - (len(piece) - len(piece.rstrip())))
        if (start, end) == (0, len(self.text)):
            return self
        inside = self.bold[bisect_right(self.bold, start, key=_END) : bisect_left(self.bold, end, key=_START)]
        bold = tuple((max(low, start) - start, min(high, end) - start) for low, high in inside)
        breaks = self.breaks[bisect_left(self.breaks, start) : bisect_left(self.breaks, end)]
        breaks = tuple(at - start for at in breaks)
        return MappedText(self.text[start:end], self.source_map.part(start, end), bold, breaks, self.strays)


EMPTY = MappedText("", SourceMap(()))


class TextBuilder:
    """Collects prose from ranges of a parsed text; `source_map` leads from there to the raw file."""

    def __init__(self, source: str, source_map: SourceMap) -> None:
        self._source = source
        self._map = source_map
        only = source_map.segments[0] if len(source_map.segments) == 1 else None
        self._shift = only.raw.start if only and only.exact else None
        self._parts: list[str] = []
        self._length = 0
        self._segments: list[Segment] = []
        self._bold: list[tuple[int, int]] = []
        self._breaks: list[int] = []
        self._strays: list[Span] = []
        self._open_stars: int | None = None

    @property
    def length(self) -> int:
        return self._length

    def run(self, start: int, end: int) -> None:
        """Take a range as prose: white space folded, entities decoded, stray asterisks dropped."""
        for match in _STRAY.finditer(self._source, start, end):
            self._strays.append(self._map.span(match.start(), match.end()))
        at = start
        for match in _SPECIAL.finditer(self._source, start, end):
            self._copy(at, match.start())
            at = match.end()
            if match["blank"]:
                self.blank(match.start(), match.end())
            elif match["entity"]:
                self.whole(unescape(match["entity"]), match.start(), match.end())
            elif len(match["stars"]) > 1:
                self._toggle_stars()
        self._copy(at, end)

    def literal(self, start: int, end: int) -> None:
        """Take a range as it is, white space folded."""
        at = start
        for match in re.finditer(r"\s{2,}|[^\S ]", self._source[start:end]):
            self._copy(at, start + match.start())
            self.blank(start + match.start(), start + match.end())
            at = start + match.end()
        self._copy(at, end)

    def whole(self, text: str, start: int, end: int) -> None:
        """Take characters that stand for a whole range: an entity, an escape."""
        if not text.strip():
            self.blank(start, end)
            return
        self._add(text, self._map.span(start, end))

    def blank(self, start: int, end: int, line_break: bool = False) -> None:
        """Take a range of white space as one blank."""
        if line_break and self._length:
            self._breaks.append(self._length - (1 if self._ends_blank else 0))
        if self._length and not self._ends_blank:
            self._add(" ", self._map.span(start, end))

    def mark_bold(self, start: int) -> None:
        """Say that the text from offset `start` on was strong."""
        if start < self._length:
            self._bold.append((start, self._length))

    def build(self) -> MappedText:
        text = "".join(self._parts)
        bold = _joined(sorted(self._bold))
        segments = SourceMap(tuple(self._segments))
        return MappedText(text, segments, bold, tuple(self._breaks), tuple(self._strays)).part(0)

    @property
    def _ends_blank(self) -> bool:
        return bool(self._parts) and self._parts[-1].endswith(" ")

    def _toggle_stars(self) -> None:
        # "**Adults: **" is no strong emphasis to Markdown, but it was meant as such.
        if self._open_stars is None:
            self._open_stars = self._length
        else:
            self.mark_bold(self._open_stars)
            self._open_stars = None

    def _copy(self, start: int, end: int) -> None:
        if start < end and self._source[start] == " " and (self._ends_blank or not self._length):
            start += 1
        if start >= end:
            return
        if self._shift is not None:
            self._add(self._source[start:end], Span(start + self._shift, end + self._shift))
            return
        for segment in self._map.part(start, end).segments:
            text = self._source[start + segment.text_start : start + segment.text_start + segment.length]
            self._add(text, segment.raw)

    def _add(self, text: str, raw: Span) -> None:
        if not text:
            return
        last = self._segments[-1] if self._segments else None
        exact = len(raw) == len(text)
        if last and exact and last.exact and last.raw.end == raw.start:
            grown = Span(last.raw.start, raw.end)
            self._segments[-1] = Segment(last.text_start, grown, last.length + len(text))
        else:
            self._segments.append(Segment(self._length, raw, len(text)))
        self._parts.append(text)
        self._length += len(text)


def _joined(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Ranges in order, with those that touch made one."""
    joined: list[tuple[int, int]] = []
    for low, high in ranges:
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return tuple(joined)
