"""The blocks of a document body that carry prose, in file order."""

from __future__ import annotations

from dataclasses import dataclass

from monolint.domain.text import Span
from monolint.reading.mapped import MappedText


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    level: int
    content: MappedText
    span: Span


@dataclass(frozen=True, slots=True)
class ParagraphBlock:
    content: MappedText


@dataclass(frozen=True, slots=True)
class ItemBlock:
    """A list item: its paragraphs and nested lists."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    items: tuple[ItemBlock, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """The rows of a pipe table, its header row first."""

    rows: tuple[tuple[MappedText, ...], ...]


Block = HeadingBlock | ParagraphBlock | ListBlock | TableBlock
