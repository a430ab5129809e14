"""Spellings of one word must meet, other words must not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.extraction.lexicon.folding import fold, run_ends, words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Anaemia", "anemia"),
        ("diarrhoea", "Diarrhea"),
        ("oedema", "edema"),
        ("tumours", "tumor"),
        ("hypersensitisation", "hypersensitization"),
        ("allergies", "allergy"),
        ("rashes", "rash"),
        ("abscesses", "abscess"),
        ("psychoses", "psychosis"),
        ("viruses", "virus"),
        ("Crohn's", "Crohn’s"),
        ("Ménière's", "Meniere"),
        ("b.i.d.", "BID"),
        ("patients'", "patients"),
    ],
)
def test_spellings_of_one_word_meet(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("four", "for"), ("gas", "ga"), ("hypertension", "hypotension"), ("hyperkalemia", "hypokalemia")],
)
def test_other_words_stay_apart(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@given(st.text(max_size=40))
def test_case_does_not_matter(text: str) -> None:
    ascii_text = text.encode("ascii", "ignore").decode()
    assert fold(ascii_text.upper()) == fold(ascii_text.lower())


@given(st.text(max_size=200))
def test_words_are_in_order_and_keep_their_place(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(word.folded == fold(text[word.start : word.end]) for word in found)


@given(st.text(max_size=200))
def test_runs_part_the_words(text: str) -> None:
    found = words(text)
    ends = run_ends(text)
    assert all(at < end <= len(found) for at, end in enumerate(ends))
    assert all(ends[at] in (at + 1, ends[at + 1]) for at in range(len(found) - 1))


def test_a_comma_ends_a_run_and_a_hyphen_does_not() -> None:
    text = "well-known pain, fever"
    assert run_ends(text) == (3, 3, 3, 4)
