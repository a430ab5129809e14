from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.extraction.sentences import clauses, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take it. Then rest.", ["Take it.", "Then rest."]),
        ("Give 3.6 mg. Repeat.", ["Give 3.6 mg.", "Repeat."]),
        ("Avoid e.g. Alcohol. Rest.", ["Avoid e.g. Alcohol.", "Rest."]),
        ("Take b.i.d. With food.", ["Take b.i.d. With food."]),
        ("No. It is not safe. Stop.", ["No. It is not safe.", "Stop."]),
        ("Is it safe? Yes.", ["Is it safe?", "Yes."]),
        ("Below 1 yr. no dose", ["Below 1 yr. no dose"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_clauses_part_what_contrasts() -> None:
    text = "Mild: no change; severe: reduce, but monitor"
    assert [text[a:b] for a, b in clauses(text)] == ["Mild: no change", "severe: reduce", "monitor"]


@given(st.text(alphabet='aB. ?!1,;"(', max_size=60))
def test_sentences_cover_every_word_once_and_in_order(text: str) -> None:
    spans = list(sentences(text))
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_long_run_of_near_breaks_is_read() -> None:
    assert len(split("a. " * 20_000)) == 1
