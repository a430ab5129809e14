"""Marks of emphasis without a partner."""

from __future__ import annotations

import pytest

from monolint.form.emphasis import unbalanced

from .checking import defects, quotes


@pytest.mark.parametrize(
    ("text", "mark", "at"),
    [
        ("*A: Once a day.", "*", "*A: Once a day."),
        ("Take **10 mg once a day.", "**", "**10 mg once a day."),
        ("Adults:** 10 mg once a day.", "**", "Adults:**"),
        ("***Adults:** 10 mg", "*", "***Adults:** 10 mg"),
        ("*Adults:** 10 mg", "*", "*Adults:**"),
        ("**Adults: ** 10 mg", "**", "**Adults: ** 10 mg"),
        ("Take _10 mg once a day.", "_", "_10 mg once a day."),
        ("| **a | b |\n|---|---|\n| c | d |", "**", "**a | b |"),
    ],
)
def test_one_mark_without_partner(text: str, mark: str, at: str) -> None:
    found = defects(unbalanced, f"# Exemplin\n\n{text}\n")
    assert [(defect.value, defect.object) for defect in found] == [(mark, at)]


def test_one_defect_for_each_line() -> None:
    text = "# Exemplin\n\n* **Q: One?**\n    *A: Yes.\n* **Q: Two?**\n    *A: No.\n"
    assert quotes(unbalanced, text) == [("*",), ("*",)]


@pytest.mark.parametrize(
    "text",
    [
        "* one\n* two\n* **three:** *four*",
        "so 7 * 10 mg, or 7*10 mg",
        "Test for HLA-X*0101.",
        "Take 10 mg* a day.\n\n*after a meal",
        "Take 10 mg** a day.\n\n**after a meal",
        "Take 5* or 10.\n\n* see below",
        "an \\*escaped star",
        "`*code` and\n\n```\n*code\n```",
        "| a | b |\n|:--|--:|\n| **c** | *d* |",
        "the lab_value, _so_, and ____ to fill in",
        "***both*** and **bold *in* bold**",
    ],
)
def test_what_is_no_broken_emphasis(text: str) -> None:
    assert defects(unbalanced, f"# Exemplin\n\n{text}\n") == []


def test_front_matter_is_left_to_its_own_checks() -> None:
    assert (
        defects(unbalanced, "---\ntitle: Exemplin\nfaqs:\n  - q: Safe?\n    a: 'A:** Yes.'\n---\nText.\n")
        == []
    )


def test_a_long_line_is_named_by_whole_words() -> None:
    found = defects(unbalanced, "*Take the tablets in the morning with a glass of water.\n")
    assert [defect.object for defect in found] == ["*Take the tablets in the morning"]
