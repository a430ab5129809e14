"""Spellings of one word must meet, other words must not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.extraction.lexicon.folding import fold, runs, words


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
def test_runs_hold_every_word_once(text: str) -> None:
    assert [word for run in runs(text) for word in run] == words(text)


def test_a_comma_ends_a_run_and_a_hyphen_does_not() -> None:
    assert [[word.folded for word in run] for run in runs("well-known pain, fever")] == [
        ["well", "known", "pain"],
        ["fever"],
    ]
