"""Looking up terms: longest first, whole words, never across a comma, in time linear in the text."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from monolint.extraction import lexicon
from monolint.extraction.lexicon.folding import words
from monolint.extraction.lexicon.terms import build

INDEX = build(
    {
        "kidney trouble": ["(bad|poor) kidneys", "KTR"],
        "bad kidney failure": [],
        "failure": [],
        "organ trouble": [],
    },
    {"bad kidney failure": ["kidney trouble"], "kidney trouble": ["organ trouble"]},
)
NAMES = ["kidney trouble", "poor kidneys", "bad kidney failure", "failure"]


def terms(text: str) -> list[str]:
    return [match.term for match in INDEX.find(text)]


def test_the_longest_name_wins() -> None:
    assert terms("with bad kidney failure") == ["bad kidney failure"]


def test_a_term_does_not_cross_a_comma() -> None:
    assert terms("bad, kidney failure") == ["failure"]


def test_a_term_is_made_of_whole_words() -> None:
    assert terms("failureproof prefailure") == []


def test_an_abbreviation_counts_in_capitals_alone() -> None:
    assert terms("KTR, KTRs and ktr") == ["kidney trouble", "kidney trouble"]


def test_an_abbreviation_in_a_heading_of_capitals_may_be_a_word() -> None:
    assert terms("KTR OR FAILURE") == ["failure"]


def test_a_whole_phrase_has_a_term_and_a_part_has_none() -> None:
    assert INDEX.canonical("Poor-Kidney") == "kidney trouble"
    assert INDEX.canonical("very poor kidneys") is None
    assert INDEX.canonical("") is None


def test_broader_is_transitive_and_leaves_the_term_out() -> None:
    assert INDEX.broader("bad kidney failure") == {"kidney trouble", "organ trouble"}
    assert INDEX.broader("organ trouble") == frozenset()
    assert INDEX.broader("no such term") == frozenset()


def test_broader_ends_on_a_cycle() -> None:
    index = build({"a": [], "b": []}, {"a": ["b"], "b": ["a"]})
    assert index.broader("a") == {"a", "b"}


@given(st.lists(st.sampled_from(NAMES), max_size=6), st.sampled_from([str.upper, str.title, str.lower]))
def test_names_are_found_in_order_in_any_case(names: list[str], case: type[str]) -> None:
    expected = [INDEX.canonical(name) for name in names]
    text = "; ".join(case(name) for name in names)
    assert terms(text) == expected


@given(st.text(max_size=300))
def test_matches_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    found = lexicon.conditions().find(text)
    assert all(0 <= match.start < match.end <= len(text) for match in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.sampled_from(sorted(lexicon.reactions().terms)), st.sampled_from(["{}", "({})", "a, {}; b", "{}."]))
def test_every_term_finds_itself(term: str, frame: str) -> None:
    text = frame.format(term)
    start = text.index(term)
    found = lexicon.reactions().find(text)
    assert (found[0].term, found[0].start) == (term, start)


def test_time_is_linear_in_the_text() -> None:
    index = lexicon.conditions()
    text = "second or third degree heart " * 200

    def seconds(copies: int) -> float:
        started = time.perf_counter()
        index.find(text * copies)
        return time.perf_counter() - started

    seconds(1)
    once = min(seconds(2) for _ in range(3))
    assert min(seconds(16) for _ in range(3)) < once * 8 * 4


PARTS = "kidney bad poor kidneys failure or trouble, organ KTR / and"


@given(st.lists(st.sampled_from(PARTS.split())))
def test_texts_that_are_left_out_name_nothing(parts: list[str]) -> None:
    text = " ".join(parts)
    searched = replace(INDEX, rarest=frozenset(word.folded for word in words(text)))
    assert INDEX.find(text) == searched.find(text)
