"""Texts compared by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.form.wording import difference, folded, plain

WORDS = st.lists(
    st.sampled_from(["take", "5", "mg", "2.5", "daily", "ab", "<", "%"]), min_size=1, max_size=30
)
BETWEEN = st.sampled_from([" ", "  ", "\n", " **", "* ", " - ", " – ", ", ", ' "', "; _"])


@given(words=WORDS, data=st.data())
def test_layout_and_punctuation_make_no_difference(words: list[str], data: st.DataObject) -> None:
    other = "".join(word.upper() + data.draw(BETWEEN) for word in words)
    assert difference(plain(" ".join(words)), plain(other)) is None


@given(words=WORDS, data=st.data())
def test_one_other_word_is_a_difference_that_shows_it(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    other = [*words[:at], "never", *words[at + 1 :]]
    found = difference(" ".join(words), " ".join(other))
    assert found is not None
    assert words[at] in found[0]
    assert "never" in found[1]


@given(words=WORDS)
def test_a_missing_end_is_a_difference(words: list[str]) -> None:
    found = difference(" ".join(words), " ".join([*words, "never"]))
    assert found is not None
    assert found[1].endswith("never")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("1.73 m<sup>2</sup>", "1.73 m2"),
        ("twice<br>daily", "twice daily"),
        ("&lt; 30 mL", "< 30 mL"),
        ("see [the label](https://example.org/a)", "see the label"),
        ("don't", "don’t"),
    ],
)
def test_inline_markup_makes_no_difference(one: str, two: str) -> None:
    assert difference(plain(one), plain(two)) is None


@pytest.mark.parametrize(
    ("one", "two"), [("1.5 mg", "15 mg"), ("< 30", "> 30"), ("5 mg", "5 %"), ("1 2", "12")]
)
def test_numbers_and_signs_make_a_difference(one: str, two: str) -> None:
    assert difference(plain(one), plain(two)) is not None


def test_a_long_difference_is_shown_in_part() -> None:
    found = difference("Take it " + "every single day " * 20, "Take it never")
    assert found == ("Take it every single day every single day every single day", "Take it never")


def test_an_empty_text_has_no_words_to_show() -> None:
    assert difference("", "Take it") == ("", "Take it")


def test_folded() -> None:
    assert folded("**Can I  drive?**") == folded("can I drive") == "can i drive"
