"""Headings that hold text, and headings that leave out a level."""

from __future__ import annotations

import pytest

from monolint.form.headings import contains_text, level_skipped

from .checking import defects, quotes


def test_text_in_a_heading_is_pointed_at_without_the_heading() -> None:
    text = "# Exemplin\n\n### **Children:**  Not established. Ask first.\n\n### **Adults:** 10 mg a day.\n"
    assert quotes(contains_text, text) == [("Not established. Ask first.",), ("10 mg a day.",)]
    assert [defect.object for defect in defects(contains_text, text)] == ["Children", "Adults"]


@pytest.mark.parametrize(
    "heading",
    [
        "**Children:**",
        "**Children:** (below 35 kg)",
        "Use in **children**",
        "**FAQs** (Frequently Asked Questions)",
    ],
)
def test_a_heading_that_is_only_a_name(heading: str) -> None:
    assert defects(contains_text, f"# Exemplin\n\n## {heading}\nText.\n") == []


def test_only_the_first_skip_is_told() -> None:
    text = "# Exemplin\n\n### Usage\n\n# Notes\n\n#### Storage\n"
    found = defects(level_skipped, text)
    assert [(defect.object, defect.words) for defect in found] == [("Usage", {"value": "3", "expected": "1"})]
    assert quotes(level_skipped, text) == [("### Usage",)]


@pytest.mark.parametrize(
    "text",
    [
        "## Usage\n\n### Adults\n",
        "# A\n\n## B\n\n### C\n\n# D\n",
        "### Usage\n\n### Dosage\n",
        "No heading.\n",
    ],
)
def test_no_level_is_skipped(text: str) -> None:
    assert defects(level_skipped, text) == []
