"""FAQ answers that stand in the front matter and in the body."""

from __future__ import annotations

import pytest

from monolint.form.copies import drifted, repeated

from .checking import defects, quotes

COPIES = """\
---
title: Exemplin
faqs:
  - q: >-
      How is Exemplin taken?**

      **A:** One tablet of 5 mg - 10 mg,
      once a day.
    a: >-
      A:** One tablet of 5 mg - 10 mg, once a
      day.
  - q: Who must not take it?
    a: "Adults: \\"slow\\" metabolisers. Children: nobody."
---
## **FAQs (Frequently Asked Questions)**

### **Q1: How is Exemplin taken?**
**A:**  One *tablet* of 5 mg – 10 mg, once a day.

### **Q2: Who must not take it?**
**A:**
- **Adults:** “slow” metabolisers.
- **Children:** nobody.
"""


def test_copies_in_other_markup_have_not_drifted() -> None:
    assert defects(drifted, COPIES) == []


@pytest.mark.parametrize(
    ("old", "new", "value", "expected"),
    [
        ("A:** One tablet of 5", "A:** One tablet of 7", "tablet of 5 mg", "tablet of 7 mg"),
        ("**A:** One tablet", "**A:** Two tablets", "One tablet of", "Two tablets of"),
        ("*tablet* of 5", "*tablet* of 2.5", "tablet of 5 mg", "tablet of 2.5 mg"),
        ("10 mg, once a day.\n\n", "10 mg, once\n\n", "mg, once a day", "mg, once"),
        (
            "**Children:** nobody",
            "**Infants:** nobody",
            'slow" metabolisers. Children: nobody',
            "slow” metabolisers. - Infants: nobody",
        ),
        ("Adults: \\", "Adults: no \\", 'Adults: no "slow', "Adults: “slow"),
    ],
)
def test_an_edit_of_one_copy_is_one_drift(old: str, new: str, value: str, expected: str) -> None:
    assert old in COPIES
    found = defects(drifted, COPIES.replace(old, new, 1))
    assert len(found) == 1
    assert found[0].value == value
    assert found[0].words["expected"] == expected


def test_the_places_are_the_front_matter_first_and_the_copies_that_differ() -> None:
    text = COPIES.replace("*tablet* of 5", "*tablet* of 7")
    assert quotes(drifted, text) == [
        (
            "One tablet of 5 mg - 10 mg, once a\n      day.",
            "One *tablet* of 7 mg – 10 mg, once a day.",
        )
    ]


def test_the_object_is_the_question() -> None:
    found = defects(drifted, COPIES.replace("nobody.\n", "everybody.\n"))
    assert [defect.object for defect in found] == ["Who must not take it?"]


def test_a_paragraph_after_the_last_answer_may_be_no_part_of_it() -> None:
    end = "**A:**\n- **Adults:** “slow” metabolisers.\n- **Children:** nobody.\n"
    assert COPIES.endswith(end)
    text = COPIES.removesuffix(end) + 'Adults: "slow" metabolisers. Children: nobody.\n\nAsk your doctor.\n'
    assert defects(drifted, text) == []


def test_other_questions_are_not_compared() -> None:
    text = COPIES.replace("Q1: How is", "Q1: How often is").replace("*tablet* of 5", "*tablet* of 7")
    assert defects(drifted, text) == []


def test_a_repeated_faq_is_named_once_with_both_places() -> None:
    assert quotes(repeated, COPIES) == [("faqs", "FAQs (Frequently Asked Questions)")]
    assert [(defect.object, defect.value) for defect in defects(repeated, COPIES)] == [("faqs", "2 answers")]


def test_one_answer_in_common_is_no_copy_of_a_faq() -> None:
    assert defects(repeated, COPIES.replace("nobody.\n", "everybody.\n")) == []


def test_a_body_without_a_faq_repeats_nothing() -> None:
    assert defects(repeated, COPIES.partition("## **FAQs")[0] + "## Usage\nFor headache.\n") == []
