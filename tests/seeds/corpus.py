"""The seeds as texts that tests may edit, and the places of quotes in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from monolint.domain.text import LineIndex, Span

from .tables import Edit, Place

SOURCES = ("zynapte", "rxhive")
NAME = "ado-trastuzumab-emtansine.md"


@dataclass(frozen=True, slots=True)
class Corpus:
    """The text of each source's monograph."""

    zynapte: str
    rxhive: str

    @staticmethod
    def read(seeds: Path) -> Corpus:
        return Corpus(*((seeds / source / NAME).read_bytes().decode("utf-8") for source in SOURCES))

    def text(self, source: str) -> str:
        texts = {"zynapte": self.zynapte, "rxhive": self.rxhive}
        return texts[source]

    def write(self, folder: Path) -> None:
        """Lay the corpus out as the seeds are: `folder`/seeds/SOURCE/NAME."""
        for source in SOURCES:
            path = folder / "seeds" / source / NAME
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.text(source).encode("utf-8"))

    def edited(self, edits: tuple[Edit, ...]) -> Corpus:
        corpus = self
        for edit in edits:
            corpus = corpus.with_text(edit.source, _apply(corpus.text(edit.source), edit))
        return corpus

    def with_text(self, source: str, text: str) -> Corpus:
        return replace(self, zynapte=text) if source == "zynapte" else replace(self, rxhive=text)

    def locate(self, place: Place) -> Span:
        """The characters of a quote: its first place from the given line on."""
        text = self.text(place.source)
        pattern = r"\s+".join(re.escape(word) for word in place.quote.split())
        found = re.compile(pattern).search(text, LineIndex(text).start_of(place.line))
        assert found, f"{place.source}:{place.line} does not hold {place.quote!r}"
        return Span(*found.span())


def _apply(text: str, edit: Edit) -> str:
    lines = text.splitlines(keepends=True)
    line = lines[edit.line - 1]
    assert edit.old in line, f"{edit.source}:{edit.line} does not hold {edit.old!r}"
    lines[edit.line - 1] = "" if edit.new is None else line.replace(edit.old, edit.new, 1)
    return "".join(lines)
