"""Emphasis marks of a body that Markdown shows as they are, because they have no partner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monolint.domain.text import Span
from monolint.reading.blocks import Block, HeadingBlock, ListBlock, ParagraphBlock, TableBlock


def stray_marks(blocks: Sequence[Block]) -> Iterator[Span]:
    """The places of all asterisks and underscores of blocks that stand for themselves, in file order."""
    for block in blocks:
        match block:
            case HeadingBlock() | ParagraphBlock():
                yield from block.content.strays
            case ListBlock():
                for item in block.items:
                    yield from stray_marks(item.blocks)
            case TableBlock():
                for row in block.rows:
                    for cell in row:
                        yield from cell.strays
