"""The tables of this folder, as values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Place:
    """A quote of a seed (white-space folded) and the line from which it is looked for."""

    source: str
    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of findings.yaml, form.yaml or tempting.yaml."""

    id: str
    places: tuple[Place, ...]
    severity: str | None = None
    kind: str | None = None
    object: str | None = None
    must: bool = True


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement in one line of a seed; a `new` of None deletes the line."""

    source: str
    line: int
    old: str
    new: str | None


@dataclass(frozen=True, slots=True)
class Brings:
    """The one finding that an edit brings."""

    kinds: tuple[str | None, ...]
    severity: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Mutation:
    """A row of edits.yaml."""

    id: str
    edits: tuple[Edit, ...]
    brings: Brings | None
    takes: frozenset[str]
    may_take: frozenset[str]
    copy_drift: bool

    def __str__(self) -> str:
        return self.id


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))
    return rows


def _places(rows: list[dict[str, Any]]) -> tuple[Place, ...]:
    return tuple(Place(**row) for row in rows)


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        id=row["id"],
        places=_places(row["places"]),
        severity=row.get("severity"),
        kind=row.get("kind"),
        object=row.get("object"),
        must=row.get("expected", "must") == "must",
    )


def _mutation(row: dict[str, Any]) -> Mutation:
    brings = row.get("brings")
    return Mutation(
        id=row["id"],
        edits=tuple(Edit(**edit) for edit in row["edits"]),
        brings=brings and Brings(tuple(brings["kinds"]), brings["severity"], _places(brings["places"])),
        takes=frozenset(row.get("takes", ())),
        may_take=frozenset(row.get("may_take", ())),
        copy_drift=row.get("copy_drift", False),
    )


FINDINGS = tuple(_entry(row) for row in _rows("findings.yaml"))
FORM = tuple(_entry(row) for row in _rows("form.yaml"))
TEMPTING = tuple(_entry(row) for row in _rows("tempting.yaml"))
MUTATIONS = tuple(_mutation(row) for row in _rows("edits.yaml"))


def entry(name: str) -> Entry:
    """The row of findings.yaml with this id."""
    return next(row for row in FINDINGS if row.id == name)
