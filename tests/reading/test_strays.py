"""Emphasis marks without a partner keep their places."""

from __future__ import annotations

import pytest

from monolint.reading import read_document


def _strays(text: str) -> list[tuple[int, str]]:
    document = read_document("a.md", text.encode())
    return [(span.start, span.slice(document.text)) for span in document.stray_marks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*A: Once a day.", [(0, "*")]),
        ("***Once** a day.", [(0, "*")]),
        ("**Adults: ** once a day.", [(0, "**"), (10, "**")]),
        ("- one\n- _two\n", [(8, "_")]),
        ("| a | b |\n|---|---|\n| **c | d |\n", [(22, "**")]),
        ("# Usage\r\n\r\nOnce*\r\n", [(15, "*")]),
        ("## **Usage\n", [(3, "**")]),
        ("\ufeffOnce*\r\n", [(4, "*")]),
    ],
)
def test_places(text: str, expected: list[tuple[int, str]]) -> None:
    assert _strays(text) == expected


@pytest.mark.parametrize(
    "text",
    ["**Once** a *day*.", "use snake_case here", "an escaped \\* star", "in `code *` only", "* one\n* two\n"],
)
def test_no_strays(text: str) -> None:
    assert _strays(text) == []
