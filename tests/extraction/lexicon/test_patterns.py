"""Patterns of names stand for exactly the names that an editor reads in them."""

from __future__ import annotations

import pytest

from monolint.extraction.lexicon.patterns import is_cased, key, keys


def test_alternatives_multiply() -> None:
    assert keys("(renal|kidney) (disease|failure)") == [
        ("renal", "disease"),
        ("renal", "failure"),
        ("kidney", "disease"),
        ("kidney", "failure"),
    ]


def test_an_empty_alternative_makes_words_optional() -> None:
    assert keys("(known|) pain") == [("known", "pain"), ("pain",)]


def test_hyphens_and_blanks_are_one() -> None:
    assert key("narrow-angle glaucoma") == key("narrow angle glaucoma") == key("Narrow‑Angle  Glaucoma")


@pytest.mark.parametrize(
    ("name", "expected"), [("MI", True), ("TEN", True), ("copd", False), ("XYZAB", False)]
)
def test_short_abbreviations_need_capitals(name: str, expected: bool) -> None:
    assert is_cased(name) is expected
