"""Front matter FAQ fields that hold more than their own text."""

from __future__ import annotations

import pytest

from monolint.form.front_faq import answer_in_question, answer_marker

from .checking import defects, quotes

BROKEN = """\
---
title: Exemplin
faqs:
  - q: >-
      How often is Exemplin taken?**

      **A:** Once a day.
    a: >-
      A:** Once a day.
  - q: Is Exemplin taken with food?
    a: With or without food.
  - q: "Can I drive?** **A:** Yes."
    a: "**A:** Yes."
---
## Usage
Exemplin relieves headache.
"""


def test_each_question_that_holds_its_answer_is_named_by_its_key() -> None:
    found = defects(answer_in_question, BROKEN)
    assert [(defect.object, defect.value) for defect in found] == [
        ("faqs[0].q", "** **A:**"),
        ("faqs[2].q", "** **A:**"),
    ]
    assert found[0].words == {"question": "How often is Exemplin taken?"}


def test_the_place_is_what_follows_the_question() -> None:
    assert quotes(answer_in_question, BROKEN) == [
        ("**\n\n      **A:** Once a day.",),
        ("** **A:** Yes.",),
    ]


def test_each_leftover_marker_is_named_by_its_key() -> None:
    found = defects(answer_marker, BROKEN)
    assert [(defect.object, defect.value) for defect in found] == [
        ("faqs[0].a", "A:**"),
        ("faqs[2].a", "**A:**"),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_place_is_the_marker(newline: str) -> None:
    text = "\ufeff" + BROKEN.replace("\n", newline)
    assert quotes(answer_marker, text) == [("A:**",), ("**A:**",)]


@pytest.mark.parametrize(
    ("answer", "marker"),
    [("'A**: Yes.'", "A**:"), ("'Answer: Yes.'", "Answer:"), ("A tablet.", None), ("As directed.", None)],
)
def test_what_is_a_marker(answer: str, marker: str | None) -> None:
    text = f"---\ntitle: Exemplin\nfaqs:\n  - q: Is it safe?\n    a: {answer}\n---\nText.\n"
    assert quotes(answer_marker, text) == ([(marker,)] if marker else [])


def test_questions_of_the_body_are_left_alone() -> None:
    text = "# Exemplin\n\n## FAQs\n**Q: Can I drive?** **A:** Yes.\n"
    assert defects(answer_in_question, text) == []
    assert defects(answer_marker, text) == []
