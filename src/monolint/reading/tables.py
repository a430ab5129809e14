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
    rows = table.rows if _header_is_data(table) else tuple(body)
    columns = None if rows is table.rows else header
    for row in rows:
        named = len(row) > 1
        row_labels: tuple[Label, ...] = ()
        if named and row[0]:
            row_labels = (name_label(row[0], LabelKind.ROW, above),)
        for index in range(1 if named else 0, len(row)):
            if row[index]:
                yield Cell(row[index], row_labels + _column_label(columns, index, above + row_labels))


def _column_label(
    header: tuple[MappedText, ...] | None, index: int, above: tuple[Label, ...]
) -> tuple[Label, ...]:
    if header is None or index >= len(header) or not header[index]:
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
