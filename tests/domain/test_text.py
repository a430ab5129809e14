"""Spans and positions in a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.domain.text import LineIndex, Position, Span

TEXTS = st.text(st.sampled_from("ab\n\r\té😀\u2028"), max_size=30)
SPANS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: Span(min(pair), max(pair)))


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2)])
def test_a_span_starts_in_the_file_and_ends_after_its_start(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_covers_what_it_slices() -> None:
    assert Span(1, 3).slice("a😀bc") == "😀b"
    assert len(Span(1, 3)) == 2
    assert Span(2, 2).slice("abc") == ""


@given(SPANS, SPANS)
def test_spans_contain_and_overlap_as_their_characters_do(one: Span, two: Span) -> None:
    ours, theirs = set(range(one.start, one.end)), set(range(two.start, two.end))
    if two:
        assert one.contains(two) is (theirs <= ours)
    if one and two:
        assert one.overlaps(two) is two.overlaps(one) is bool(ours & theirs)


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).contains(Span(3, 3))


@pytest.mark.parametrize(
    ("offset", "position"),
    [(0, Position(1, 1)), (2, Position(2, 1)), (4, Position(3, 1)), (6, Position(4, 1)), (7, Position(4, 2))],
)
def test_lines_end_with_lf_crlf_and_cr(offset: int, position: Position) -> None:
    assert LineIndex("a\nb\rc\n😀d").position(offset) == position


def test_crlf_is_one_line_end() -> None:
    index = LineIndex("a\r\nb\r\n")
    assert (index.lines, index.start_of(2)) == (3, 3)
    assert index.position(2) == Position(1, 3)


def test_columns_count_code_points() -> None:
    assert LineIndex("😀𝛽x").position(2) == Position(1, 3)
    assert LineIndex("").position(0) == Position(1, 1)


def test_other_separators_end_no_line() -> None:
    assert LineIndex("a\u2028b\x0bc\x85d").lines == 1


@given(TEXTS)
def test_positions_go_up_and_lead_back_to_their_offset(text: str) -> None:
    index = LineIndex(text)
    positions = [index.position(offset) for offset in range(len(text) + 1)]
    assert positions == sorted(set(positions))
    assert [index.start_of(p.line) + p.column - 1 for p in positions] == list(range(len(text) + 1))
    assert positions[-1].line == index.lines
    assert index.lines == len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
