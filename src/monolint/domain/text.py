"""Where characters stand: offsets, lines and columns, and maps from read text back to the file.

All offsets count code points of the decoded file, without a leading byte-order mark and with the
line ends as they are written. Lines and columns are 1-based, an end column is exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

_TEXT_START = attrgetter("text_start")
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of one file."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def slice(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file as editors count it: 1-based line and column, columns in code points."""

    line: int
    column: int


class LineIndex:
    """Turns offsets of one text into positions; a line ends with LF, CRLF or CR."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def start_of(self, line: int) -> int:
        """Offset of the first character of a 1-based line."""
        return self._starts[line - 1]

    @property
    def lines(self) -> int:
        return len(self._starts)


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of read text and the characters of the file it came from.

    When both have the same length they correspond one to one; otherwise the read text as a whole
    stands for the whole range (an entity, a folded line break).
    """

    text_start: int
    raw: Span
    length: int

    @property
    def exact(self) -> bool:
        return self.length == len(self.raw)


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Maps every character of a passage's text to the characters of the file it came from."""

    segments: tuple[Segment, ...]

    @staticmethod
    def identity(raw: Span) -> SourceMap:
        return SourceMap((Segment(0, raw, len(raw)),))

    def _index_at(self, index: int) -> int:
        return max(bisect_right(self.segments, index, key=_TEXT_START) - 1, 0)

    def span(self, start: int, end: int) -> Span:
        """The file's characters from the first to the last character of `text[start:end]`.

        Raises ValueError when the map is empty or the range is not inside the text.
        """
        if not self.segments or start > end:
            raise ValueError(f"no characters at {start}..{end}")
        first = self.segments[self._index_at(start)]
        raw_start = first.raw.start + (start - first.text_start if first.exact else 0)
        if start == end:
            return Span(raw_start, raw_start)
        last = self.segments[self._index_at(end - 1)]
        raw_end = last.raw.start + (end - last.text_start) if last.exact else last.raw.end
        return Span(raw_start, max(raw_start, raw_end))

    def part(self, start: int, end: int) -> SourceMap:
        """The map of `text[start:end]`, with text offsets counted from its start."""
        kept: list[Segment] = []
        if not self.segments or start >= end:
            return SourceMap(())
        for index in range(self._index_at(start), self._index_at(end - 1) + 1):
            segment = self.segments[index]
            low = max(start, segment.text_start)
            high = min(end, segment.text_start + segment.length)
            if low >= high:
                continue
            raw = segment.raw
            if segment.exact:
                shift = raw.start - segment.text_start
                raw = Span(low + shift, high + shift)
            kept.append(Segment(low - start, raw, high - low))
        return SourceMap(tuple(kept))

    def through(self, outer: SourceMap) -> SourceMap:
        """The map that leads on through `outer`, whose text this map's places are in."""
        only = outer.segments[0] if len(outer.segments) == 1 else None
        if only and only.exact and only.raw.start == 0:
            return self
        segments: list[Segment] = []
        for segment in self.segments:
            raw = segment.raw
            if not segment.exact:
                segments.append(Segment(segment.text_start, outer.span(raw.start, raw.end), segment.length))
                continue
            for part in outer.part(raw.start, raw.end).segments:
                at = segment.text_start + part.text_start
                segments.append(Segment(at, part.raw, part.length))
        return SourceMap(tuple(segments))
