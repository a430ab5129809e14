"""The characters of a YAML scalar's value, each with its place in the file.

White space is where YAML rewrites most (folding, indentation, chomping), so the rest is laid side by
side, and each run of white space of the value takes the run of the file between the same neighbours.
"""

from __future__ import annotations

import re

from monolint.domain.text import Segment, SourceMap, Span

_WORDS = re.compile(r"\S+(?: \S+)*")
_SINGLE_QUOTED = re.compile(r"''|[^\s']+(?: [^\s']+)*")
_DOUBLE_QUOTED = re.compile(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)|[^\s\\]+(?: [^\s\\]+)*",
)
_BLOCK_HEADER = re.compile(r"[|>][^\n]*\n?")
_VALUE_SPACE = re.compile(r"\s*")


def scalar_map(value: str, style: str | None, text: str, span: Span) -> SourceMap:
    """The map from a scalar's value to `text`, where `span` is the node's range.

    `style` is PyYAML's: None or "" for plain, a quote, "|" or ">".
    """
    start, end = _content(style, text, span)
    units = {"'": _SINGLE_QUOTED, '"': _DOUBLE_QUOTED}.get(style or "", _WORDS)
    segments = _align(value, text, start, end, units)
    if segments is None:
        return SourceMap((Segment(0, Span(start, end), len(value)),))
    return SourceMap(tuple(segments))


def _content(style: str | None, text: str, span: Span) -> tuple[int, int]:
    if style in ("'", '"'):
        return span.start + 1, max(span.start + 1, span.end - 1)
    if style in ("|", ">"):
        header = _BLOCK_HEADER.match(text, span.start, span.end)
        return (header.end() if header else span.start), span.end
    return span.start, span.end


def _align(value: str, text: str, start: int, end: int, units: re.Pattern[str]) -> list[Segment] | None:
    """Segments of the value, or None when value and text do not run side by side."""
    segments: list[Segment] = []
    at = 0
    taken = start
    for match in units.finditer(text, start, end):
        escape = match.group().startswith("\\") and units is _DOUBLE_QUOTED
        space = _VALUE_SPACE.match(value, at)
        after_space = space.end() if space else at
        if escape and (after_space == len(value) or _is_space_escape(match.group(), value, after_space)):
            continue
        if after_space > at:
            segments.append(Segment(at, Span(taken, match.start()), after_space - at))
            at = after_space
        unit = match.group()
        length = 1 if escape or unit == "''" else len(unit)
        if not escape and unit != "''" and value[at : at + length] != unit:
            return None
        segments.append(Segment(at, Span(match.start(), match.end()), length))
        at += length
        taken = match.end()
    if at < len(value):
        if value[at:].strip():
            return None
        segments.append(Segment(at, Span(taken, end), len(value) - at))
    return segments


_SPACE_ESCAPES = frozenset(["\\n", "\\t", "\\r", "\\ ", "\\_", "\\N", "\\L", "\\P", "\\v", "\\f", "\\\t"])


def _is_space_escape(unit: str, value: str, at: int) -> bool:
    """Whether an escape wrote white space of the value (or nothing at all, at a line's end)."""
    if unit in _SPACE_ESCAPES:
        return True
    return unit[1] in "xuU" and len(unit) > 2 and chr(int(unit[2:], 16)).isspace() and at <= len(value)
