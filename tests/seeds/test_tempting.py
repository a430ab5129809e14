"""Statements that look like conflicts and are none.

A finding raises two statements when it sets them against each other: they stand among its evidence with
different values. One that only names both, as copies of one side, does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from .corpus import Corpus
from .tables import FINDINGS, TEMPTING, Entry
from .tool import Found, Site


def _set_against(found: Found, corpus: Corpus, row: Entry) -> Iterator[tuple[Site, Site]]:
    """The evidence at two quotes of a row, or inside its only quote, that differs in value."""
    at = [found.sites_at(corpus, place) for place in row.places]
    pairs = combinations(at, 2) if len(at) > 1 else [(at[0], at[0])]
    return ((one, two) for ones, twos in pairs for one in ones for two in twos if one.value != two.value)


def _is_listed(found: Found, corpus: Corpus, sites: tuple[Site, ...]) -> bool:
    """Whether the finding is in findings.yaml, and there rests on these very pieces of evidence."""
    return any(
        found.is_of(corpus, row)
        and set(sites) <= {s for place in row.places for s in found.sites_at(corpus, place)}
        for row in FINDINGS
    )


@pytest.mark.parametrize("row", TEMPTING, ids=lambda row: row.id)
def test_is_not_raised(row: Entry, pair: tuple[Found, ...], corpus: Corpus) -> None:
    wrong = [
        (found.rule, sites)
        for found in pair
        if found.severity != "info"
        for sites in _set_against(found, corpus, row)
        if not _is_listed(found, corpus, sites)
    ]
    assert wrong == []


@pytest.mark.parametrize("row", [row for row in TEMPTING if len(row.places) == 1], ids=lambda row: row.id)
def test_lone_statement_is_in_no_unlisted_finding(
    row: Entry, pair: tuple[Found, ...], corpus: Corpus
) -> None:
    wrong = [
        found.rule
        for found in pair
        if found.severity != "info"
        if found.touches(corpus, row.places[0]) and not _is_listed(found, corpus, ())
    ]
    assert wrong == []


def test_there_are_43() -> None:
    assert len(TEMPTING) == 43
