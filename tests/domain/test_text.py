from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.domain.text import LineIndex, Position, Segment, SourceMap, Span

# "a &amp; b" read as "a & b": the entity stands for five characters.
_RAW = "x: a &amp; b"
_MAP = SourceMap((Segment(0, Span(3, 5), 2), Segment(2, Span(5, 10), 1), Segment(3, Span(10, 12), 2)))


@pytest.mark.parametrize(
    ("start", "end", "raw"),
    [(0, 5, "a &amp; b"), (2, 3, "&amp;"), (1, 4, " &amp; "), (4, 5, "b"), (0, 1, "a"), (3, 3, "")],
)
def test_a_range_of_the_text_is_a_range_of_the_file(start: int, end: int, raw: str) -> None:
    assert _MAP.span(start, end).slice(_RAW) == raw


def test_a_part_maps_as_the_whole_does() -> None:
    part = _MAP.part(1, 4)
    assert part.span(0, 3) == _MAP.span(1, 4)
    assert part.span(1, 2) == _MAP.span(2, 3)
    assert _MAP.part(2, 2) == SourceMap(())


def test_an_empty_map_has_no_places() -> None:
    with pytest.raises(ValueError, match="no characters"):
        SourceMap(()).span(0, 0)
    with pytest.raises(ValueError, match="no characters"):
        _MAP.span(3, 2)


def test_a_map_through_another_leads_to_the_file() -> None:
    outer = SourceMap(
        (Segment(0, Span(10, 13), 3), Segment(3, Span(13, 15), 1), Segment(4, Span(15, 99), 84))
    )
    through = SourceMap((Segment(0, Span(1, 6), 5),)).through(outer)
    assert [through.span(at, at + 1) for at in range(5)] == [outer.span(at, at + 1) for at in range(1, 6)]


@given(st.integers(0, 20), st.integers(0, 20))
def test_going_through_an_identity_changes_nothing(start: int, length: int) -> None:
    inner = SourceMap((Segment(0, Span(start, start + length), length),))
    assert inner.through(SourceMap.identity(Span(0, 50))) == inner


def test_a_span_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


@pytest.mark.parametrize(
    ("offset", "position"),
    [(0, Position(1, 1)), (2, Position(2, 1)), (4, Position(3, 1)), (6, Position(4, 1)), (7, Position(4, 2))],
)
def test_lines_end_with_lf_crlf_and_cr(offset: int, position: Position) -> None:
    assert LineIndex("a\nb\rc\n😀d").position(offset) == position


def test_columns_count_code_points() -> None:
    assert LineIndex("😀𝛽x").position(2) == Position(1, 3)
    assert LineIndex("a\r\nb").lines == 2
    assert LineIndex("a\r\nb").start_of(2) == 3
