"""What was read, as a table for each document: how an editor learns what monolint understands."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from monolint.domain.claim import Claim, Scope
from monolint.domain.corpus import Corpus, Reading
from monolint.domain.finding import Unread
from monolint.reporting.wording import counted, one_line

_COLUMNS = ("place", "kind", "object", "scope", "value", "qualifier", "strength")
_WHOLE = ("place", "kind", "qualifier", "strength")


def render(corpus: Corpus, *, width: int = 100, colour: bool = False) -> str:
    """The claims and the unread passages of every document, in tables of at most `width` columns."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for reading in corpus.readings:
        _print_reading(console, reading)
    for notice in corpus.notices:
        console.print(f"{one_line(notice.path)}: {one_line(notice.message)}", soft_wrap=True)
    return "".join(f"{row.rstrip()}\n" for row in file.getvalue().splitlines())


def _print_reading(console: Console, reading: Reading) -> None:
    console.print(Text(one_line(reading.path), style="bold"), soft_wrap=True)
    counts = (
        f"{counted(len(reading.claims), 'claim')}, {counted(len(reading.unread), 'passage')} not understood"
    )
    console.print(f"{one_line(reading.subject.name)}: {counts}", soft_wrap=True)
    if reading.claims:
        console.print(_table(_COLUMNS, [_claim_row(claim) for claim in reading.claims]))
    if reading.unread:
        console.print("Not understood:")
        rows = [_unread_row(item) for item in reading.unread]
        console.print(_table(("place", "kind", "reason", "text"), rows))
    console.print()


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, header_style="bold"
    )
    for column in columns:
        table.add_column(column, no_wrap=column in _WHOLE, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _claim_row(claim: Claim) -> tuple[str, ...]:
    start = claim.place.start
    return (
        f"{start.line}:{start.column}",
        claim.kind.value,
        one_line(claim.object or ""),
        _scope(claim.scope),
        one_line(claim.value.normal.replace("|", " or ")),
        claim.qualifier.value,
        claim.strength.value,
    )


def _scope(scope: Scope) -> str:
    """One line a facet: "population: adult or elderly"."""
    facets = (f"{facet.value}: {' or '.join(sorted(members))}" for facet, members in scope)
    return "\n".join(map(one_line, facets))


def _unread_row(unread: Unread) -> tuple[str, ...]:
    where = f"{unread.start.line}:{unread.start.column}"
    return (where, unread.kind.value, unread.reason, one_line(unread.text))
