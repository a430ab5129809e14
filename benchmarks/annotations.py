"""Annotated pairs: what a careful reader found in two documents about one drug."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import click
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from monolint.domain.claim import Kind


class Side(BaseModel):
    """One of the two places: the document ("A" or "B"), its 1-based line, and the words that count."""

    model_config = ConfigDict(frozen=True)

    doc: Literal["A", "B"]
    line: int = Field(ge=1)
    quote: str


class Annotation(BaseModel):
    """Two statements about one drug, and whether they conflict.

    `scope` says in which documents the two stand ("A-A", "A-B", "B-B"), `why` what the reader saw.
    """

    model_config = ConfigDict(frozen=True)

    drug: str
    scope: Literal["A-A", "A-B", "B-B"]
    type: Kind
    severity: Literal["contradiction", "discrepancy", "not_a_conflict"]
    a: Side
    b: Side
    why: str = ""

    @property
    def is_conflict(self) -> bool:
        return self.severity != "not_a_conflict"


def load_annotations(
    folder: Path, names: Sequence[str] = ("*.jsonl",)
) -> Mapping[str, tuple[Annotation, ...]]:
    """The annotations of the files of a folder that have one of the names (globs), by drug.

    Raises click.ClickException, which names file, line and field, where a record is not an annotation.
    """
    by_drug: dict[str, list[Annotation]] = {}
    for path in sorted({path for name in names for path in folder.glob(name)}):
        for annotation in _records(path):
            by_drug.setdefault(annotation.drug, []).append(annotation)
    if not by_drug:
        raise click.ClickException(f"{folder}: holds no annotations ({', '.join(names)})")
    return {drug: tuple(found) for drug, found in sorted(by_drug.items())}


def _records(path: Path) -> Iterator[Annotation]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield Annotation.model_validate_json(line)
        except ValidationError as error:
            defect = error.errors()[0]
            field = ".".join(map(str, defect["loc"])) or "record"
            raise click.ClickException(f"{path}:{number}: {field}: {defect['msg']}") from error
