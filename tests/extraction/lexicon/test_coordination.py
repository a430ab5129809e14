"""Words that share a head are terms of their own."""

from __future__ import annotations

import pytest

from monolint.extraction.lexicon.terms import build

INDEX = build({"left arm pain": ["left pain"], "right pain": [], "leg pain": [], "itch": [], "itch pain": []})


def terms(text: str) -> list[tuple[str, str]]:
    return [(match.term, text[match.start : match.end]) for match in INDEX.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("left or right pain", [("left arm pain", "left"), ("right pain", "right pain")]),
        ("left/right pain", [("left arm pain", "left"), ("right pain", "right pain")]),
        (
            "leg, left, and right pain",
            [("leg pain", "leg"), ("left arm pain", "left"), ("right pain", "right pain")],
        ),
        ("right or left arm pain", [("right pain", "right"), ("left arm pain", "left arm pain")]),
        ("left, right pain", [("right pain", "right pain")]),
        ("left. Or right pain", [("right pain", "right pain")]),
        ("cold or right pain", [("right pain", "right pain")]),
        ("itch or leg pain", [("itch", "itch"), ("leg pain", "leg pain")]),
        ("left or itch", [("itch", "itch")]),
    ],
)
def test_a_head_is_shared(text: str, expected: list[tuple[str, str]]) -> None:
    assert terms(text) == expected
