from __future__ import annotations

from monolint.domain.text import SourceMap, Span
from monolint.reading.blocks import Block, HeadingBlock, ListBlock, ParagraphBlock, TableBlock
from monolint.reading.markdown import parse_blocks


def _blocks(text: str) -> tuple[Block, ...]:
    return parse_blocks(text, SourceMap.identity(Span(0, len(text))))


def _paragraphs(text: str) -> list[str]:
    return [block.content.text for block in _blocks(text) if isinstance(block, ParagraphBlock)]


def test_headings_have_their_level_and_whole_line() -> None:
    text = "# One\n\nTwo\n---\n\n### **Three:** ###\n"
    headings = [block for block in _blocks(text) if isinstance(block, HeadingBlock)]
    assert [(heading.level, heading.content.text) for heading in headings] == [
        (1, "One"),
        (2, "Two"),
        (3, "Three:"),
    ]
    assert [heading.span.slice(text) for heading in headings] == ["# One", "Two\n---", "### **Three:** ###"]


def test_lists_nest_and_continue_lazily() -> None:
    (block,) = _blocks("- first\ncontinued\n    - nested\n\n- second\n\n  its paragraph\n")
    assert isinstance(block, ListBlock)
    first, second = block.items
    assert isinstance(first.blocks[0], ParagraphBlock)
    assert first.blocks[0].content.text == "first continued"
    assert isinstance(first.blocks[1], ListBlock)
    assert len(second.blocks) == 2


def test_a_table_has_its_header_first_and_escaped_pipes_in_its_cells() -> None:
    text = "| Name | Value |\n|---|---|\n| a\\|b | **x** [y](z) |\n| short |\n"
    (block,) = _blocks(text)
    assert isinstance(block, TableBlock)
    assert [[cell.text for cell in row] for row in block.rows] == [
        ["Name", "Value"],
        ["a|b", "x y"],
        ["short", ""],
    ]
    assert block.rows[1][0].span.slice(text) == "a\\|b"


def test_quotes_are_read_through() -> None:
    assert _paragraphs("> quoted\n> twice\nlazy\n") == ["quoted twice lazy"]


def test_prose_in_html_blocks_is_read_and_scripts_are_not() -> None:
    text = "<div>\n<p>One <b>dose</b>.</p><p>Two.</p>\n</div>\n\n<script>\nno()\n</script>\n"
    assert _paragraphs(text) == ["One dose.", "Two."]


def test_indented_lines_are_prose_and_fenced_code_is_not() -> None:
    assert _paragraphs("Text.\n\n    - 5 mg daily\n    - 10 mg\n\n```\ncode\n```\n") == [
        "Text.",
        "5 mg daily",
        "10 mg",
    ]
