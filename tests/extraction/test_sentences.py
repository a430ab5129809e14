from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.extraction.sentences import clauses, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in clauses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take it. Then rest.", ["Take it.", "Then rest."]),
        ("Stop! Rest? Yes.", ["Stop!", "Rest?", "Yes."]),
        ("Give 3.6 mg. Repeat.", ["Give 3.6 mg.", "Repeat."]),
        ("Take 5 mg. 10 mg is too much.", ["Take 5 mg.", "10 mg is too much."]),
        ("It works (see above.) Next one.", ["It works (see above.)", "Next one."]),
        ("The label says “Stop.” Then rest.", ["The label says “Stop.”", "Then rest."]),
        ("Is it safe? Yes.", ["Is it safe?", "Yes."]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Avoid e.g. Alcohol.",
        "Pain killers, i.e. Paracetamol.",
        "Take b.i.d. With food.",
        "Give it (i.v.) Slowly.",
        "Grade 3 vs. Grade 4.",
        "Hepatitis C. Do not use.",
        "Below 1 yr. no dose",
        "End.New sentence.",
    ],
)
def test_a_stop_that_ends_no_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize("text", ["No. It is not safe.", "Yes! It is.", "No — It is not safe."])
def test_an_answer_word_belongs_to_its_sentence(text: str) -> None:
    assert split(f"{text} Stop.") == [text, "Stop."]


def test_a_word_that_only_begins_like_an_answer_stands_alone() -> None:
    assert split("Nothing. It is safe.") == ["Nothing.", "It is safe."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mild: no change; severe: reduce, but monitor",
            ["Mild: no change", "severe: reduce", "monitor"],
        ),
        ("Safe in gout, however avoid in asthma", ["Safe in gout", "avoid in asthma"]),
        ("Adults may take it while children may not", ["Adults may take it", "children may not"]),
        ("Avoid while breastfeeding", ["Avoid while breastfeeding"]),
        ("Avoid, while on dialysis", ["Avoid, while on dialysis"]),
        ("But not here", ["But not here"]),
        ("", []),
    ],
)
def test_clauses_part_what_contrasts(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


TEXTS = st.text(alphabet='aBe.g ?!1,;:()"\n', max_size=60)


@given(TEXTS)
def test_sentences_cover_every_word_once_and_in_order(text: str) -> None:
    spans = list(sentences(text))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)


@given(TEXTS)
def test_clauses_lie_in_order_inside_their_text(text: str) -> None:
    spans = list(clauses(text))
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(text[a:b].strip() for a, b in spans)


@pytest.mark.parametrize("unit", ["A. ", "e.g. ", "No. ", "a. "])
def test_a_long_run_of_near_breaks_is_not_parted_at_them(unit: str) -> None:
    assert len(split(unit * 20_000)) < len(unit) * 20_000 / 1400


def test_a_long_run_of_breaks_is_parted() -> None:
    assert len(split("Rest. " * 20_000)) == 20_000


@pytest.mark.parametrize("text", ["take it, " * 900, "x" * 4000, "more\nand " * 500])
def test_a_text_without_stops_is_read_in_parts(text: str) -> None:
    found = split(text)
    assert len(found) > 1
    assert max(map(len, found)) <= 1500
    assert "".join("".join(found).split()) == "".join(text.split())


def test_parts_end_between_words() -> None:
    assert {word for part in split("taking " * 500) for word in part.split()} == {"taking"}
