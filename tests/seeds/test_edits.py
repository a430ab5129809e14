"""Edits that change what a seed says, and edits that do not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from .corpus import SOURCES, Corpus
from .rewrites import SAME_MEANING
from .tables import MUTATIONS, Mutation, entry
from .tool import Found, Key, check


def _keys(findings: Iterable[Found]) -> set[Key]:
    return {found.key for found in findings}


def _loud(findings: Iterable[Found]) -> list[Found]:
    return [found for found in findings if found.severity != "info"]


def _of_entries(findings: Iterable[Found], corpus: Corpus, names: Iterable[str]) -> set[Key]:
    rows = [entry(name) for name in names]
    return {found.key for found in _loud(findings) if any(found.is_of(corpus, row) for row in rows)}


@pytest.mark.parametrize("mutation", MUTATIONS, ids=str)
def test_changed_meaning(mutation: Mutation, corpus: Corpus, pair: tuple[Found, ...], tmp_path: Path) -> None:
    edited = corpus.edited(mutation.edits)
    after = _loud(check(edited, tmp_path))
    before_keys = _keys(_loud(pair))

    gone = before_keys - _keys(after)
    assert gone >= _of_entries(pair, corpus, mutation.takes)
    assert gone <= _of_entries(pair, corpus, mutation.takes | mutation.may_take)

    new = [found for found in after if found.key not in before_keys]
    if mutation.copy_drift:
        new = [found for found in new if found.kind is not None]
    assert len(new) == (0 if mutation.brings is None else 1), [found.key for found in new]
    if mutation.brings is not None:
        assert new[0].kind in mutation.brings.kinds
        assert new[0].severity == mutation.brings.severity
        assert [place.quote for place in mutation.brings.places if not new[0].touches(edited, place)] == []


@pytest.mark.parametrize(
    ("name", "source"), [(name, source) for name, (_, sources) in SAME_MEANING.items() for source in sources]
)
def test_same_meaning(
    name: str, source: str, corpus: Corpus, pair: tuple[Found, ...], tmp_path: Path
) -> None:
    rewrite, _ = SAME_MEANING[name]
    text = rewrite(corpus.text(source))
    assert text != corpus.text(source)
    assert _keys(check(corpus.with_text(source, text), tmp_path)) == _keys(pair)


def test_sources_in_reverse_order(corpus: Corpus, pair: tuple[Found, ...], tmp_path: Path) -> None:
    paths = [f"seeds/{source}" for source in reversed(SOURCES)]
    assert [found.key for found in check(corpus, tmp_path, *paths)] == [found.key for found in pair]
