from __future__ import annotations

import pytest

from monolint.domain.document import Document, LabelKind, Origin, PassageKind
from tests.reading.places import misplaced
from tests.reading.reading_of import passage_with, read

_QUESTION = "Can it be given during pregnancy?"
_ANSWER = "No. It harms the unborn child."
_SHAPES = {
    "question heading": f"### **Q1: {_QUESTION}**\n**A:** {_ANSWER}\n",
    "question heading, answer below": f"### Q1: {_QUESTION}\n\nA: {_ANSWER}\n",
    "question heading without a marker": f"### {_QUESTION}\n\n{_ANSWER}\n",
    "item, answer as lazy line": f"* **Q: {_QUESTION}**\n    *A: {_ANSWER}\n",
    "item, answer on the line": f"* **Q: {_QUESTION}** A: {_ANSWER}\n",
    "item, answer nested": f"* **Q: {_QUESTION}**\n    * **A:** {_ANSWER}\n",
    "item, answer as the next item": f"* **Q: {_QUESTION}**\n* **A:** {_ANSWER}\n",
    "item, answer as a paragraph of it": f"* **{_QUESTION}**\n\n  {_ANSWER}\n",
    "numbered item": f"1. **{_QUESTION}** {_ANSWER}\n",
    "numbered item, answer after the list": f"1. **{_QUESTION}**\n\n{_ANSWER}\n",
    "bold paragraph": f"**Q1. {_QUESTION}**\n\n{_ANSWER}\n",
    "bold paragraph without a marker": f"**{_QUESTION}**\n\n{_ANSWER}\n",
    "bold paragraph, answer on the next line": f"**{_QUESTION}**\n{_ANSWER}\n",
    "plain markers": f"Q: {_QUESTION}\nA: {_ANSWER}\n",
    "long markers": f"Question 1: {_QUESTION}\n\nAnswer: {_ANSWER}\n",
    "details": f"<details>\n<summary>{_QUESTION}</summary>\n\n{_ANSWER}\n\n</details>\n",
}


def _faq(body: str) -> Document:
    return read(f"# Zentaline\n\n## FAQs\n\n{body}")


@pytest.mark.parametrize("shape", _SHAPES)
def test_every_shape_gives_a_question_and_its_answer(shape: str) -> None:
    document = _faq(_SHAPES[shape])
    (item,) = document.faq
    assert item.question.text == _QUESTION
    assert [answer.text for answer in item.answers] == [_ANSWER]
    assert item.question.kind == PassageKind.QUESTION
    (answer,) = item.answers
    assert (answer.kind, answer.origin) == (PassageKind.ANSWER, Origin.FAQ)
    assert answer.labels[-1].kind == LabelKind.QUESTION
    assert answer.section == "pregnancy"
    assert {item.question, answer} <= set(document.passages)
    assert misplaced(document) == []


@pytest.mark.parametrize("shape", _SHAPES)
def test_two_of_a_shape_are_two_items(shape: str) -> None:
    second = _SHAPES[shape].replace(_QUESTION, "How is it stored?").replace(_ANSWER, "In a dry place.")
    document = _faq(_SHAPES[shape] + "\n" + second)
    assert [item.question.text for item in document.faq] == [_QUESTION, "How is it stored?"]
    assert [[answer.text for answer in item.answers] for item in document.faq] == [
        [_ANSWER],
        ["In a dry place."],
    ]
    assert [item.number for item in document.faq] == [1, 2]


def test_a_list_in_an_answer_belongs_to_it() -> None:
    document = _faq("### Q1: What are the side effects?\n**A:** These are common:\n\n- itching\n- rash\n")
    (item,) = document.faq
    assert [answer.text for answer in item.answers] == ["These are common:", "itching", "rash"]
    assert item.answers[1].labels[-1].kind == LabelKind.INTRO
    assert item.answers[1].section == "undesirable_effect"


def test_lead_ins_inside_an_answer_are_labels() -> None:
    document = _faq("### Q1: What is the dose?\n\n**A:** Adults: 5 mg. Children: 2 mg.\n")
    assert [(answer.labels[-1].text, answer.text) for answer in document.faq[0].answers] == [
        ("Adults", "5 mg."),
        ("Children", "2 mg."),
    ]


def test_several_questions_in_one_paragraph() -> None:
    document = _faq("Q: Is it safe?\nA: Yes.\nQ: How is it stored?\nA: Dry.\n")
    assert [(item.question.text, item.answers[0].text) for item in document.faq] == [
        ("Is it safe?", "Yes."),
        ("How is it stored?", "Dry."),
    ]


def test_a_closing_remark_is_no_answer() -> None:
    document = _faq("* **Q: Is it safe?** A: Yes.\n\n**Disclaimer:** No advice.\n")
    assert [len(item.answers) for item in document.faq] == [1]
    assert passage_with(document, "No advice.").kind == PassageKind.PARAGRAPH


def test_the_section_after_the_questions_is_body() -> None:
    document = _faq("### Is it safe?\n\nYes.\n\n## Storage\n\nKeep it dry.\n")
    assert passage_with(document, "Keep it dry.").origin == Origin.BODY
    assert [label.text for label in passage_with(document, "Keep it dry.").labels] == ["Zentaline", "Storage"]


def test_a_question_mark_outside_a_faq_makes_no_item() -> None:
    document = read("## Usage\n\n**Is it for you?**\n\nAsk first.\n")
    assert document.faq == ()


def test_question_headings_stay_in_the_outline() -> None:
    document = _faq("### **Q1: Is it safe?**\n**A:** Yes.\n")
    assert [heading.text for heading in document.headings] == ["Zentaline", "FAQs", "Is it safe?"]
