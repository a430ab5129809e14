"""Pipe tables: which cells are names and which are statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monolint.domain.document import Label, LabelKind
from monolint.reading.blocks import TableBlock
from monolint.reading.labels import name_label
from monolint.reading.mapped import MappedText
from monolint.reading.sections import section_of

_COLUMN_WORDS = re.compile(
    r"(?:property|properties|section|parameter|category|item|feature|aspect|field|attribute|topic|name"
    r"|details?|descriptions?|values?|information|data|notes?|comments?|remarks?|recommendations?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that states something, with the names of its row and column."""

    content: MappedText
    labels: tuple[Label, ...]


def cells_of(table: TableBlock, above: tuple[Label, ...]) -> Iterator[Cell]:
    """The cells of a table in file order, each with its row and column labels."""
    header, *body = table.rows
    if _header_is_data(table):
        header, body = (), list(table.rows)
    for row in body:
        first = 1 if len(row) > 1 else 0
        names = _corner(header, above) if first else ()
        if first and row[0]:
            names = (*names, name_label(row[0], LabelKind.ROW, above + names))
        for index in range(first, len(row)):
            if row[index]:
                yield Cell(row[index], names + _column_label(header, index, above + names))


def _corner(header: tuple[MappedText, ...], above: tuple[Label, ...]) -> tuple[Label, ...]:
    """What the row names are values of ("Creatinine clearance"), when the header says so."""
    return () if header and _COLUMN_WORDS.match(header[0].text) else _column_label(header, 0, above)


def _column_label(header: tuple[MappedText, ...], index: int, above: tuple[Label, ...]) -> tuple[Label, ...]:
    if index >= len(header) or not header[index]:
        return ()
    return (name_label(header[index], LabelKind.COLUMN, above),)


def _header_is_data(table: TableBlock) -> bool:
    """Whether a two-column table's header row is itself a name and a value."""
    header, *body = table.rows
    if len(header) != 2 or not header[0] or any(_COLUMN_WORDS.match(cell.text) for cell in header):
        return False
    names = [row[0].text for row in body if row[0]]
    known = sum(section_of(name) is not None for name in names)
    return known >= 2 and 3 * known >= len(names)
