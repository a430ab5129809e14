from __future__ import annotations

import pytest

from monolint.domain.document import LabelKind, Origin, PassageKind
from tests.reading.places import misplaced
from tests.reading.reading_of import label_texts, passage_with, read, sliced, texts


def test_headings_nest_by_level_and_are_cleaned() -> None:
    document = read("# Zentaline\n## **4.2 Posology:**\n### __Adults:__\n5 mg\n## Storage\nKeep dry.\n")
    assert label_texts(passage_with(document, "5 mg")) == ["Zentaline", "Posology", "Adults"]
    assert label_texts(passage_with(document, "Keep dry.")) == ["Zentaline", "Storage"]
    assert [label.kind for label in passage_with(document, "Keep dry.").labels] == [
        LabelKind.TITLE,
        LabelKind.HEADING,
    ]
    assert [(heading.level, heading.text) for heading in document.headings] == [
        (1, "Zentaline"),
        (2, "Posology"),
        (3, "Adults"),
        (2, "Storage"),
    ]


@pytest.mark.parametrize(
    ("heading", "name", "prose"),
    [
        ("#### **Children:**  No dose is known. Ask first.", "Children", "No dose is known. Ask first."),
        (
            "## **Clinical Use**  It is not used in emergencies.",
            "Clinical Use",
            "It is not used in emergencies.",
        ),
        ("### Children: No dose has been established.", "Children", "No dose has been established."),
    ],
)
def test_prose_in_a_heading_is_a_passage_under_its_name(heading: str, name: str, prose: str) -> None:
    document = read(f"{heading}\n\nMore.\n")
    (read_heading,) = document.headings
    passage = document.passages[0]
    assert read_heading.text == name
    assert read_heading.body_text == passage
    assert (passage.kind, passage.text) == (PassageKind.HEADING, prose)
    assert label_texts(passage) == [name]
    assert label_texts(passage_with(document, "More.")) == [name]
    assert passage.span.slice(document.text) == prose


@pytest.mark.parametrize(
    "heading",
    ["## FAQs (Frequently Asked Questions)", "## **FAQs** (all)", "## Dosage: Adults", "## 2. Dose"],
)
def test_a_longer_name_is_no_prose(heading: str) -> None:
    document = read(f"{heading}\n")
    assert document.passages == ()
    assert document.headings[0].body_text is None


def test_a_lead_in_is_the_last_label_and_no_part_of_the_text() -> None:
    document = read("## Precautions\n\n- **Hypersensitivity:** Do not use it.\n")
    passage = passage_with(document, "Do not use it.")
    assert passage.kind == PassageKind.ITEM
    assert passage.text == "Do not use it."
    assert passage.lead_in is not None
    assert passage.lead_in == passage.labels[-1]
    assert sliced(document, passage.lead_in) == "Hypersensitivity"


def test_lines_with_lead_ins_are_passages_of_their_own() -> None:
    document = read("**Adults:** 5 mg\n**Children:** 2 mg\n")
    assert [(passage.labels[-1].text, passage.text) for passage in document.passages] == [
        ("Adults", "5 mg"),
        ("Children", "2 mg"),
    ]


def test_a_sentence_before_a_list_introduces_its_items_even_over_a_gap() -> None:
    document = read("Common effects include:\n\n* itching\n\n* rash\n\n- hives\n\nStop it.\n\n* other\n")
    assert texts(document) == ["Common effects include:", "itching", "rash", "hives", "Stop it.", "other"]
    for text in ("itching", "rash", "hives"):
        (label,) = passage_with(document, text).labels
        assert (label.kind, label.text) == (LabelKind.INTRO, "Common effects include")
    assert passage_with(document, "other").labels == ()


def test_a_label_alone_stands_until_the_next() -> None:
    document = read(
        "## Dosage\n\n**Adults**\n\n5 mg\n\n- with food\n\nChildren:\n\n2 mg\n\n## Storage\n\ndry\n"
    )
    assert texts(document) == ["5 mg", "with food", "2 mg", "dry"]
    assert label_texts(passage_with(document, "5 mg")) == ["Dosage", "Adults"]
    assert label_texts(passage_with(document, "with food")) == ["Dosage", "Adults"]
    assert label_texts(passage_with(document, "2 mg")) == ["Dosage", "Children"]
    assert label_texts(passage_with(document, "dry")) == ["Storage"]


def test_a_label_directly_under_a_label_narrows_it() -> None:
    document = read("**Dosage**\n\n**Adults**\n\n5 mg\n\n**Children**\n\n2 mg\n\n**Storage**\n\ndry\n")
    assert label_texts(passage_with(document, "5 mg")) == ["Dosage", "Adults"]
    assert label_texts(passage_with(document, "2 mg")) == ["Dosage", "Children"]
    assert label_texts(passage_with(document, "dry")) == ["Storage"]


@pytest.mark.parametrize("body", ["**None**", "**None.**", "## Use\n\n**Contraindicated**"])
def test_bold_prose_with_nothing_under_it_is_a_passage(body: str) -> None:
    assert len(read(f"## Contraindications\n\n{body}\n").passages) == 1


def test_nested_items_stand_under_their_parent() -> None:
    document = read(
        "- It is used for this. These are the kinds:\n    - **Hives:** yes\n"
        "- **Doses:**\n    - Adults\n        - 5 mg\n    - Children\n        - 2 mg\n"
    )
    assert label_texts(passage_with(document, "yes")) == ["It is used for this. These are the kinds", "Hives"]
    assert label_texts(passage_with(document, "5 mg")) == ["Doses", "Adults"]
    assert label_texts(passage_with(document, "2 mg")) == ["Doses", "Children"]
    assert passage_with(document, "Adults").kind == PassageKind.ITEM


def test_items_after_an_item_that_is_only_a_label() -> None:
    document = read("- Adults:\n- 5 mg\n- Children:\n- 2 mg\n")
    assert label_texts(passage_with(document, "5 mg")) == ["Adults"]
    assert label_texts(passage_with(document, "2 mg")) == ["Children"]


def test_a_paragraph_of_an_item_stands_under_its_lead_in() -> None:
    document = read("- **Children:** 2 mg\n\n  Not under two years.\n")
    assert label_texts(passage_with(document, "Not under two years.")) == ["Children"]


def test_an_organ_under_side_effects_is_no_patient_group() -> None:
    document = read(
        "## Side Effects\n\n- **Liver problems:** jaundice\n\n## Precautions\n\n- **Liver problems:** ask\n"
    )
    assert passage_with(document, "jaundice").section == "undesirable_effect"
    assert passage_with(document, "ask").section == "hepatic"


def test_passages_stand_in_file_order_and_know_their_place() -> None:
    document = read(
        "---\ndescription: One.\n---\n# Zentaline\n\nTwo.\n\n> Three.\n\n"
        "| a | b |\n|---|---|\n| c | Four. |\n"
    )
    assert texts(document) == ["One.", "Two.", "Three.", "Four."]
    starts = [passage.span.start for passage in document.passages]
    assert starts == sorted(starts)
    assert [passage.span.slice(document.text) for passage in document.passages] == texts(document)
    assert [passage.origin for passage in document.passages] == [Origin.FRONT_MATTER, *[Origin.BODY] * 3]
    assert misplaced(document) == []


@pytest.mark.parametrize(
    "text", ["## –", "## :", "| – | x |\n|---|---|\n| : | – |", "**–:** x", "- :\n    - a"]
)
def test_names_of_nothing_but_punctuation_are_read(text: str) -> None:
    document = read(text)
    assert all(label.text for passage in document.passages for label in passage.labels)
    assert all(heading.text for heading in document.headings)


def test_plain_section_names_on_lines_of_their_own_set_the_section() -> None:
    document = read(
        "# Zentaline\n\nHow to store it\n\nIn a cool place.\n\nMissed dose\nWait for the next one.\n"
    )
    assert passage_with(document, "cool place").section == "storage"
    assert passage_with(document, "next one").section == "missed_dose"


def test_a_plain_name_in_a_list_is_an_item() -> None:
    document = read("## Contraindications\n\n- Pregnancy\n- Gout\n")
    assert [(passage.text, passage.section) for passage in document.passages] == [
        ("Pregnancy", "contraindication"),
        ("Gout", "contraindication"),
    ]
