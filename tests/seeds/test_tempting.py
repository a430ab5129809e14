"""Statements that look like conflicts and are none."""

from __future__ import annotations

from itertools import combinations

import pytest

from .corpus import Corpus
from .tables import FINDINGS, TEMPTING, Entry, Place
from .tool import Found


def _joined(found: Found, corpus: Corpus, row: Entry) -> list[tuple[Place, ...]]:
    """The pairs of quotes that the evidence of a finding joins; a lone quote is a pair with itself."""
    touched = [place for place in row.places if found.touches(corpus, place)]
    return list(combinations(touched, 2)) if len(row.places) > 1 else [(place,) for place in touched]


def _rests_on(found: Found, corpus: Corpus, places: tuple[Place, ...]) -> bool:
    """Whether a listed finding is about these very places."""
    listed = [row for row in FINDINGS if found.is_of(corpus, row)]
    return any(all(_covered(corpus, place, row) for place in places) for row in listed)


def _covered(corpus: Corpus, place: Place, row: Entry) -> bool:
    span = corpus.locate(place)
    return any(other.source == place.source and corpus.locate(other).overlaps(span) for other in row.places)


@pytest.mark.parametrize("row", TEMPTING, ids=lambda row: row.id)
def test_is_not_raised(row: Entry, pair: tuple[Found, ...], corpus: Corpus) -> None:
    wrong = [
        (found.rule, [place.quote for place in places])
        for found in pair
        if found.severity != "info"
        for places in _joined(found, corpus, row)
        if not _rests_on(found, corpus, places)
    ]
    assert wrong == []


def test_there_are_43() -> None:
    assert len(TEMPTING) == 43
