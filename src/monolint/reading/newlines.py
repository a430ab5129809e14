"""Line ends: the parsers see LF only, the map leads back to CRLF and CR."""

from __future__ import annotations

import re
from dataclasses import dataclass

from monolint.domain.text import Segment, SourceMap, Span

_CRLF = re.compile(r"\r\n")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text with every line end written as LF, and its map to the text as it was."""

    text: str
    source_map: SourceMap


def normalise_newlines(raw: str) -> Normalised:
    """The text with CRLF and CR as LF; each LF that was a CRLF maps to both characters."""
    if "\r" not in raw:
        return Normalised(raw, SourceMap.identity(Span(0, len(raw))))
    segments: list[Segment] = []
    raw_at = text_at = 0
    for match in _CRLF.finditer(raw):
        if match.start() > raw_at:
            length = match.start() - raw_at
            segments.append(Segment(text_at, Span(raw_at, match.start()), length))
            text_at += length
        segments.append(Segment(text_at, Span(match.start(), match.end()), 1))
        text_at += 1
        raw_at = match.end()
    if raw_at < len(raw):
        segments.append(Segment(text_at, Span(raw_at, len(raw)), len(raw) - raw_at))
    return Normalised(raw.replace("\r\n", "\n").replace("\r", "\n"), SourceMap(tuple(segments)))
