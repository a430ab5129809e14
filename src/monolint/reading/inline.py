"""Inline Markdown to prose: markup goes, every character keeps its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from marko import inline
from marko.element import Element

from monolint.domain.text import SourceMap
from monolint.reading.mapped import MappedText, TextBuilder

_BREAK_TAG = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_ESCAPED_PIPE = re.compile(r"\\(?=\|)")


def prose(children: Sequence[Element], source: str, source_map: SourceMap) -> MappedText:
    """The prose of inline elements whose spans are ranges of `source`."""
    builder = TextBuilder(source, source_map)
    _walk(children, source, builder)
    return builder.build()


def _walk(children: Sequence[Element], source: str, builder: TextBuilder) -> None:
    for element in children:
        if element.source_span is None:
            continue
        start, end = element.source_span
        match element:
            case inline.RawText():
                _raw_text(element, source, builder)
            case inline.LineBreak():
                builder.blank(start, end, line_break=True)
            case inline.Literal():
                builder.whole(source[start + 1 : end], start, end)
            case inline.CodeSpan():
                spans = element.syntax_spans or [(start, start), (end, end)]
                builder.literal(spans[0][1], spans[-1][0])
            case inline.InlineHTML():
                if _BREAK_TAG.match(source, start):
                    builder.blank(start, end, line_break=True)
            case inline.Image() | inline.AutoLink():
                pass
            case inline.StrongEmphasis() | inline.Emphasis():
                opened = builder.length
                _walk(children_of(element), source, builder)
                builder.mark_bold(opened)
            case _:
                _walk(children_of(element), source, builder)


def children_of(element: Element) -> Sequence[Element]:
    """The elements inside an element; none for one that holds text."""
    children: str | Sequence[Element] = getattr(element, "children", ())
    return () if isinstance(children, str) else children


def _raw_text(element: inline.RawText, source: str, builder: TextBuilder) -> None:
    assert element.source_span is not None
    start, end = element.source_span
    if len(element.children) == end - start:
        builder.run(start, end)
        return
    # Only in a table cell is the text shorter than its range: "\|" was read as "|".
    for match in _ESCAPED_PIPE.finditer(source, start, end):
        builder.run(start, match.start())
        start = match.end()
    builder.run(start, end)
