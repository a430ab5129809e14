"""Columns as other programs count them: monolint counts code points, they count UTF-16 units or bytes."""

from __future__ import annotations

from collections.abc import Mapping

from monolint.domain.text import Position

Lines = Mapping[tuple[str, int], str]
"""The text of lines by path and 1-based number; a line that holds ASCII alone can be left out."""


def utf16_column(lines: Lines, path: str, position: Position) -> int:
    """The 1-based column of a position in UTF-16 code units."""
    before = _before(lines, path, position)
    return position.column + sum(character > "\uffff" for character in before)


def utf8_column(lines: Lines, path: str, position: Position) -> int:
    """The 1-based column of a position in bytes of UTF-8."""
    before = _before(lines, path, position)
    return position.column - len(before) + len(before.encode("utf-8", "replace"))


def _before(lines: Lines, path: str, position: Position) -> str:
    return lines.get((path, position.line), "")[: position.column - 1]
