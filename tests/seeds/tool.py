"""Runs monolint in process and reads its JSON report."""

from __future__ import annotations

import json
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from monolint.cli.main import main
from monolint.domain.text import LineIndex, Span

from .corpus import NAME, Corpus
from .tables import Entry, Place

Key = tuple[str, str | None, str, str]


@dataclass(frozen=True, slots=True)
class Site:
    """A piece of evidence: characters of one source's monograph, and the value read there."""

    source: str
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of the JSON report."""

    rule: str
    kind: str | None
    object: str | None
    severity: str
    fingerprint: str
    sites: tuple[Site, ...]

    @property
    def key(self) -> Key:
        return (self.rule, self.object, self.severity, self.fingerprint)

    def sites_at(self, corpus: Corpus, place: Place) -> list[Site]:
        """The evidence that overlaps a quote."""
        span = corpus.locate(place)
        return [site for site in self.sites if site.source == place.source and site.span.overlaps(span)]

    def touches(self, corpus: Corpus, place: Place) -> bool:
        """Whether a piece of evidence overlaps a quote."""
        return bool(self.sites_at(corpus, place))

    @property
    def sources(self) -> set[str]:
        return {site.source for site in self.sites}

    def is_of(self, corpus: Corpus, entry: Entry) -> bool:
        """Whether this is the finding of an entry of findings.yaml, with all its places."""
        return (
            self.kind == entry.kind
            and entry.object in (None, self.object)
            and all(self.touches(corpus, place) for place in entry.places)
        )


def run(folder: Path, *arguments: str) -> Any:
    """The JSON that a command prints when it runs in `folder`.

    Raises AssertionError when the command ends with anything but 0 or 1.
    """
    with chdir(folder):
        result = CliRunner().invoke(main, [*arguments, "--output-format", "json"], catch_exceptions=False)
    assert result.exit_code in (0, 1), result.output
    return json.loads(result.stdout)


def check(corpus: Corpus, folder: Path, *paths: str) -> tuple[Found, ...]:
    """All findings about a corpus, infos too; it is written to `folder` first."""
    corpus.write(folder)
    report = run(folder, "check", *(paths or ("seeds",)), "--min-severity", "info")
    return tuple(_found(corpus, row) for row in report["findings"])


def place_of(corpus: Corpus, row: dict[str, Any]) -> tuple[str, Span]:
    """The source and the characters that a row of a report points at; asserts that it quotes them."""
    source, name = row["path"].split("/")[-2:]
    assert name == NAME
    text = corpus.text(source).removeprefix("\ufeff")
    lines = LineIndex(text)
    span = Span(
        lines.start_of(row["line"]) + row["column"] - 1,
        lines.start_of(row["end_line"]) + row["end_column"] - 1,
    )
    assert row["text"] == span.slice(text)
    return source, span


def _found(corpus: Corpus, row: dict[str, Any]) -> Found:
    return Found(
        rule=row["rule"],
        kind=row["kind"],
        object=row["object"],
        severity=row["severity"],
        fingerprint=row["fingerprint"],
        sites=tuple(Site(*place_of(corpus, place), place["value"]) for place in row["evidence"]),
    )
