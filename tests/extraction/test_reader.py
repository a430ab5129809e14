"""Readers are asked only about sentences that can hold something for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from monolint.extraction.extract import READERS
from monolint.extraction.reader import Reader, reader
from monolint.extraction.statements import Draft, Lore, Statement


def _read(*_: Statement | Lore) -> Iterator[Draft]:
    yield from ()


@pytest.mark.parametrize(
    ("stems", "lowered", "expected"),
    [((), "anything", True), (("plum", "pear"), "two pears", True), (("plum", "pear"), "an apple", False)],
)
def test_stems(stems: tuple[str, ...], lowered: str, expected: bool) -> None:
    assert reader(*stems)(_read).may_read(lowered) is expected


@pytest.mark.parametrize(
    ("sections", "above", "expected"),
    [
        (frozenset[str](), ("faq",), True),
        (frozenset[str](), (), True),
        (frozenset({"storage"}), ("faq", "storage"), True),
        (frozenset({"storage"}), ("faq",), False),
        (frozenset({"storage"}), (), False),
    ],
)
def test_sections(sections: frozenset[str], above: tuple[str, ...], expected: bool) -> None:
    assert Reader(_read, sections=sections).may_read_under(above) is expected


def test_stems_are_in_lower_case() -> None:
    assert [stem for found in READERS for stem in found.stems if stem != stem.lower()] == []
