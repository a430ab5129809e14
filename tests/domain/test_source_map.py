"""Maps from read text back to the characters of the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.domain.text import Segment, SourceMap, Span

# "a &amp; b" read as "a & b": the entity stands for five characters.
_RAW = "x: a &amp; b"
_MAP = SourceMap((Segment(0, Span(3, 5), 2), Segment(2, Span(5, 10), 1), Segment(3, Span(10, 12), 2)))


@st.composite
def maps(draw: st.DrawFn) -> tuple[SourceMap, int]:
    """A map of a few runs, copied or shortened, with markup left out between them; and its text's length."""
    segments: list[Segment] = []
    text = raw = 0
    for _ in range(draw(st.integers(1, 5))):
        raw += draw(st.integers(0, 3))
        length = draw(st.integers(1, 5))
        width = length + draw(st.integers(0, 4))  # nothing reads longer than it is written
        segments.append(Segment(text, Span(raw, raw + width), length))
        text, raw = text + length, raw + width
    return SourceMap(tuple(segments)), text


@st.composite
def ranges(draw: st.DrawFn) -> tuple[SourceMap, int, int]:
    """A map, and a range of its text that holds at least one character."""
    source_map, length = draw(maps())
    start = draw(st.integers(0, length - 1))
    return source_map, start, draw(st.integers(start + 1, length))


@pytest.mark.parametrize(
    ("start", "end", "raw"),
    [(0, 5, "a &amp; b"), (2, 3, "&amp;"), (1, 4, " &amp; "), (4, 5, "b"), (0, 1, "a"), (3, 3, "")],
)
def test_a_range_of_the_text_is_a_range_of_the_file(start: int, end: int, raw: str) -> None:
    assert _MAP.span(start, end).slice(_RAW) == raw


def test_a_map_has_no_places_outside_its_text() -> None:
    with pytest.raises(ValueError, match="no characters"):
        SourceMap(()).span(0, 0)
    with pytest.raises(ValueError, match="no characters"):
        _MAP.span(3, 2)
    assert _MAP.part(2, 2) == SourceMap(())


@given(ranges())
def test_a_range_reaches_from_its_first_to_its_last_character(case: tuple[SourceMap, int, int]) -> None:
    source_map, start, end = case
    single = [source_map.span(at, at + 1) for at in range(start, end)]
    assert source_map.span(start, end) == Span(single[0].start, single[-1].end)
    assert [span.start for span in single] == sorted(span.start for span in single)


@given(ranges())
def test_a_part_maps_as_the_whole_does(case: tuple[SourceMap, int, int]) -> None:
    source_map, start, end = case
    part = source_map.part(start, end)
    assert sum(segment.length for segment in part.segments) == end - start
    whole = [source_map.span(at, at + 1) for at in range(start, end)]
    assert [part.span(at, at + 1) for at in range(end - start)] == whole


@given(maps())
def test_the_part_that_is_everything_is_the_map(case: tuple[SourceMap, int]) -> None:
    source_map, length = case
    assert source_map.part(0, length) == source_map


def test_a_map_through_another_leads_to_the_file() -> None:
    outer = SourceMap(
        (Segment(0, Span(10, 13), 3), Segment(3, Span(13, 15), 1), Segment(4, Span(15, 99), 84))
    )
    through = SourceMap((Segment(0, Span(1, 6), 5),)).through(outer)
    assert [through.span(at, at + 1) for at in range(5)] == [outer.span(at, at + 1) for at in range(1, 6)]


@given(ranges())
def test_a_copied_run_leads_through_to_where_its_characters_lead(case: tuple[SourceMap, int, int]) -> None:
    outer, start, end = case
    through = SourceMap((Segment(0, Span(start, end), end - start),)).through(outer)
    assert [through.span(at, at + 1) for at in range(end - start)] == [
        outer.span(at, at + 1) for at in range(start, end)
    ]


@given(maps())
def test_going_through_an_identity_changes_nothing(case: tuple[SourceMap, int]) -> None:
    source_map, _ = case
    assert source_map.through(SourceMap.identity(Span(0, 100))) == source_map
