"""Our parser is marko's, only faster: both give the same tree."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from marko.element import Element
from marko.ext.gfm.elements import Alert, Paragraph, Strikethrough, Table, TableCell, TableRow
from marko.parser import Parser

from monolint.reading.parser import MonographParser

_LINES = [
    "",
    "Plain prose.",
    "# A heading",
    "  ## Another one ##",
    "* an item",
    "- **lead:** an item",
    "    - nested",
    "\t- with a tab",
    "1. first",
    "2) second",
    "> quoted",
    "> - an item in a quote",
    "| a | b |",
    "|---|---|",
    "| 1 | **2** |",
    "```",
    "<details>",
    "<br>",
    "===",
    "---",
    "***",
    "    indented",
    "[ref]: http://example.org",
    "a [link](http://example.org 'title') and ![image](x.png) and [ref]",
    "*A: never closed",
    "**bold ** broken** and *emphasis* and __strong__ and snake_case_name",
    "back\\*slash &amp; `code *span*` ~~gone~~ <b>tag</b> <http://example.org>",
    "two blanks at the end  ",
    "😀 µg ≥ 2",
]


def _tree(element: Element) -> Any:
    children = getattr(element, "children", None)
    if not isinstance(children, str):
        children = _joined([_tree(child) for child in children or ()])
    return (element.get_type(), element.source_span, children)


def _joined(trees: list[Any]) -> list[Any]:
    """Text that stands side by side as one: we take the tail without markup apart."""
    joined: list[Any] = []
    for kind, span, children in trees:
        last = joined[-1] if joined else None
        if last and span and kind == last[0] == "RawText" and last[1] and last[1][1] == span[0]:
            joined[-1] = (kind, (last[1][0], span[1]), last[2] + children)
        else:
            joined.append((kind, span, children))
    return joined


class _Stock(Parser):
    def __init__(self) -> None:
        super().__init__()
        for element in (Paragraph, Strikethrough, Table, TableRow, TableCell, Alert):
            self.add_element(element)


@given(st.lists(st.sampled_from(_LINES), max_size=12))
def test_documents_parse_as_with_marko(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert _tree(MonographParser().parse(text)) == _tree(_Stock().parse(text))


@given(st.text(alphabet="ab *_[]()`\\<>!~&;\n", max_size=30))
def test_markup_characters_parse_as_with_marko(text: str) -> None:
    assert _tree(MonographParser().parse(text)) == _tree(_Stock().parse(text))
