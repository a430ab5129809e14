"""Passage into human milk: told as a fact, as unknown, or not told."""

from __future__ import annotations

import pytest

from monolint.extraction.milk import PASSES, UNKNOWN, passage_into_milk


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exemplin is present in human milk.", {PASSES}),
        ("It is not known whether Exemplin is excreted in human milk.", {UNKNOWN}),
        ("It is unclear if Exemplin passes into breast milk.", {UNKNOWN}),
        ("Exemplin may be excreted in human milk.", set()),
        ("Exemplin is not excreted in breast milk.", set()),
        ("Ask whether Exemplin passes into breast milk.", set()),
        ("In rats Exemplin is excreted in breast milk.", set()),
        ("Many medicines are excreted in breast milk; Exemplin may be one.", set()),
    ],
)
def test_passage_into_milk(text: str, expected: set[str]) -> None:
    found = {name for draft in passage_into_milk(text) for name in draft.value.members}  # type: ignore[union-attr]
    assert found == expected
