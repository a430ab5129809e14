"""marko's parser for monographs: GFM tables, and no work on lines and text that hold no markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from marko import block
from marko.ext.gfm.elements import Alert, Paragraph, Strikethrough, Table, TableCell, TableRow
from marko.inline import InlineElement, RawText
from marko.parser import Parser
from marko.source import Source

_MARKUP = "\\`*_<>~\n"
# The block elements that a line can begin, by its first character; any line can be a paragraph.
_STARTERS = {
    **dict.fromkeys("#", ("Heading",)),
    **dict.fromkeys(">", ("Alert", "Quote")),
    **dict.fromkeys("<", ("HTMLBlock",)),
    **dict.fromkeys("`~", ("FencedCode",)),
    **dict.fromkeys("*-", ("ThematicBreak", "List")),
    **dict.fromkeys("_", ("ThematicBreak",)),
    **dict.fromkeys("+0123456789", ("List",)),
    **dict.fromkeys("[", ("LinkRefDef",)),
}


class LineSource(Source):
    """marko's source, which asks once a line, and not once an element, how long its prefix is."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._at: tuple[int, str] | None = None
        self._length = 0

    def expect_re(self, regexp: re.Pattern[str] | str) -> re.Match[str] | None:
        prefix = self.prefix
        if self._at != (self.pos, prefix):
            self._at = (self.pos, prefix)
            line = self.next_line(require_prefix=False)
            self._length = self.match_prefix(prefix, line) if prefix else 0
        if self._length < 0:
            return None
        self.match = self._expect_re(regexp, self.pos + self._length)
        return self.match


class ProseParagraph(Paragraph):
    """GFM's paragraph; a line that begins with a letter does not end it, so nothing is tried on it."""

    override = True

    @classmethod
    def break_paragraph(cls, source: Source, lazy: bool = False) -> bool:
        before = source.match
        line = source.next_line()
        source.match = before
        if line is not None:
            first = line.lstrip()[:1]
            if not first:
                return True
            if first not in _STARTERS:
                return False
        return super().break_paragraph(source, lazy)


class MonographParser(Parser):
    """marko's parser with the GFM elements that monographs use; bare URLs stay text.

    It gives what marko's own gives. A monograph is mostly plain prose, for which trying every element
    on every line and looking at every character is nearly all of the work.
    """

    def __init__(self) -> None:
        super().__init__()
        for element in (ProseParagraph, Strikethrough, Table, TableRow, TableCell, Alert):
            self.add_element(element)
        self._ordered = super()._build_block_element_list()
        self._candidates = cache(self._candidates_of)

    def parse(self, text: str) -> block.Document:
        source = LineSource(text)
        source.parser = self
        document = block.Document()
        document.source_span = (0, len(text))
        with source.under_state(document):
            document.children = self.parse_source(source)
            self.parse_inline(document, source)
        return document

    def inline(self, text: str) -> Sequence[InlineElement]:
        """The inline elements of a text, with spans that are ranges of it."""
        source = Source("")
        source.parser = self
        with source.under_state(block.Document()):
            return self._parse_inline(text, source, positions=range(len(text)))

    def parse_source(self, source: Source) -> list[block.BlockElement]:
        """As marko's, trying only those elements that the line's first character can begin."""
        parsed: list[block.BlockElement] = []
        while not source.exhausted:
            line = source.next_line()
            if line is None:
                break
            start = source._current_pos
            for element in self._candidates(_opening(line), "|" in line):
                if element.match(source):
                    parsed.append(_parsed(element, source, start))
                    break
            else:
                break
        return parsed

    def _build_block_element_list(self) -> list[type[block.BlockElement]]:
        return self._ordered

    def _candidates_of(self, opening: str, has_pipe: bool) -> list[type[block.BlockElement]]:
        first = opening.strip()[:1]
        if not first:
            return [element for element in self._ordered if element.get_type() in ("BlankLine", "CodeBlock")]
        if opening[:1] in " \t":
            return self._ordered
        names = {"Paragraph", *_STARTERS.get(first, ())} | ({"Table"} if has_pipe else set())
        return [element for element in self._ordered if element.get_type() in names]

    def _parse_inline(
        self, text: str, source: Source, positions: Sequence[int] | None = None
    ) -> list[InlineElement]:
        """As marko's, with the text after the last markup character taken as it is."""
        end = _end_of_markup(text)
        elements = super()._parse_inline(text[:end], source, positions) if end else []
        if end < len(text):
            elements.append(_raw_text(text[end:], positions, end, len(text)))
        return elements


def _opening(line: str) -> str:
    """The first character that is not blank, with a blank before it when the line is indented."""
    text = line.lstrip()
    return text[:1] if text and text[0] == line[0] else " " + text[:1]


def _end_of_markup(text: str) -> int:
    """Where the prose after all markup starts: no character from there on is part of any."""
    if "[" in text:
        return len(text)
    last = max(text.rfind(character) for character in _MARKUP)
    # The character after the markup decides whether it opens or closes, so it stays with it.
    return min(len(text), last + 2) if last >= 0 else 0


def _parsed(element: type[block.BlockElement], source: Source, start: int) -> block.BlockElement:
    result: Any = element.parse(source)
    end = source.pos
    parsed: block.BlockElement = result if isinstance(result, block.BlockElement) else element(result)  # type: ignore[call-arg]
    if parsed.source_span is None:
        parsed.source_span = (start, end)
    return parsed


def _raw_text(text: str, positions: Sequence[int] | None, start: int, end: int) -> RawText:
    element = RawText(text)
    if positions is not None:
        element.source_span = (positions[start], positions[end - 1] + 1)
    return element
