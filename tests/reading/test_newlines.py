from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from monolint.reading.newlines import normalise_newlines


@given(st.text(alphabet="a\r\n\t😀", max_size=40))
def test_each_character_maps_to_its_own(raw: str) -> None:
    normal = normalise_newlines(raw)
    assert normal.text == raw.replace("\r\n", "\n").replace("\r", "\n")
    for index, character in enumerate(normal.text):
        place = normal.source_map.span(index, index + 1).slice(raw)
        assert place == character or (character == "\n" and place in ("\r\n", "\r"))


@given(st.text(alphabet="a\r\n", min_size=1, max_size=40))
def test_the_whole_maps_to_the_whole(raw: str) -> None:
    normal = normalise_newlines(raw)
    assert normal.source_map.span(0, len(normal.text)).slice(raw) == raw
