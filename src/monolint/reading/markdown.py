"""Markdown to blocks of prose, parsed by marko with its GFM tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from marko import block
from marko.element import Element
from marko.ext.gfm.elements import Table, TableCell

from monolint.domain.text import SourceMap
from monolint.reading.blocks import Block, HeadingBlock, ItemBlock, ListBlock, ParagraphBlock, TableBlock
from monolint.reading.inline import children_of, prose
from monolint.reading.mapped import EMPTY, MappedText
from monolint.reading.parser import MonographParser

_HTML_PART = re.compile(r"<!--.*?-->|<[^<>]*>|\n(?=[ \t]*\n)", re.DOTALL)
_INLINE_TAG = re.compile(r"</?(?:a|abbr|b|code|em|i|small|span|strong|sub|sup|u)\b", re.IGNORECASE)
_BULLET = re.compile(r"[ \t>]*(?:[-*+][ \t]+)?")


@cache
def _parser() -> MonographParser:
    return MonographParser()


def parse_inline(text: str, source_map: SourceMap) -> MappedText:
    """The prose of one paragraph of Markdown; `source_map` leads from `text` to the raw file."""
    return prose(_parser().inline(text), text, source_map)


def parse_blocks(text: str, source_map: SourceMap) -> tuple[Block, ...]:
    """The blocks of a Markdown text (line ends LF); `source_map` leads from `text` to the raw file."""
    document = _parser().parse(text)
    return tuple(_Reader(text, source_map).blocks(document.children))


class _Reader:
    """Turns marko's elements of one text into blocks."""

    def __init__(self, text: str, source_map: SourceMap) -> None:
        self._text = text
        self._map = source_map

    def blocks(self, elements: Sequence[Element]) -> Iterator[Block]:
        for element in elements:
            match element:
                case block.Heading() | block.SetextHeading():
                    yield from self._heading(element)
                case block.Paragraph():
                    yield from self._paragraph(prose(element.children, self._text, self._map))
                case block.List():
                    items = (ItemBlock(tuple(self.blocks(children_of(item)))) for item in element.children)
                    yield ListBlock(tuple(item for item in items if item.blocks))
                case block.Quote():
                    yield from self.blocks(element.children)
                case Table():
                    yield self._table(element)
                case block.CodeBlock():
                    yield from self._indented(element)
                case block.HTMLBlock():
                    yield from self._html(element)
                case _:
                    pass

    def _paragraph(self, content: MappedText) -> Iterator[Block]:
        if content:
            yield ParagraphBlock(content)

    def _heading(self, element: block.Heading | block.SetextHeading) -> Iterator[Block]:
        content = prose(element.children, self._text, self._map)
        if content and element.source_span:
            start, end = element.source_span
            end = start + len(self._text[start:end].rstrip())
            yield HeadingBlock(element.level, content, self._map.span(start, end))

    def _table(self, table: Table) -> TableBlock:
        rows = tuple(
            tuple(
                prose(children_of(cell), self._text, self._map)
                if isinstance(cell, TableCell) and cell.source_span
                else EMPTY
                for cell in children_of(row)
            )
            for row in table.children
        )
        return TableBlock(rows)

    def _indented(self, element: block.CodeBlock) -> Iterator[Block]:
        """Indented lines are prose by mistake in a monograph, never code."""
        if not element.source_span:
            return
        start, end = element.source_span
        for line in re.finditer(r"[^\n]+", self._text[start:end]):
            bullet = _BULLET.match(line.group())
            inset = start + line.start() + (bullet.end() if bullet else 0)
            yield from self._paragraph(self._parsed(inset, start + line.end()))

    def _html(self, element: block.HTMLBlock) -> Iterator[Block]:
        """The text between block-level tags, each run a paragraph."""
        if not element.source_span or re.match(r"\s*<(?:script|style)", element.body, re.IGNORECASE):
            return
        start, end = element.source_span
        at = start
        for tag in _HTML_PART.finditer(self._text, start, end):
            if not _INLINE_TAG.match(tag.group()):
                yield from self._paragraph(self._parsed(at, tag.start()))
                at = tag.end()
        yield from self._paragraph(self._parsed(at, end))

    def _parsed(self, start: int, end: int) -> MappedText:
        text = self._text[start:end]
        if not text.strip():
            return EMPTY
        return parse_inline(text, self._map.part(start, end))
