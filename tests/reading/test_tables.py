from __future__ import annotations

from monolint.domain.document import Label, LabelKind, Passage, PassageKind
from tests.reading.places import misplaced, raw_of
from tests.reading.reading_of import passage_with, read

_PROPERTIES = """\
# Zentaline

## Zenta 5 mg

| Code | [Z5](http://example.org) |
|:-----|:-----|
| Indications | Itching |
| Dosing | Adult: Hives: 5 mg daily. Hay fever: 10 mg daily. |
| Renal Impairment | Dose adjustment required |

## Zenta 10 mg

| Code | Z10 |
|:-----|:-----|
| Indications | Hives |
| Dosing | 10 mg daily |
"""


def _labels(passage: Passage, kind: LabelKind) -> list[Label]:
    return [label for label in passage.labels if label.kind == kind]


def test_a_table_of_properties_has_a_row_label_with_its_section() -> None:
    document = read(_PROPERTIES)
    cell = passage_with(document, "Dose adjustment required")
    assert cell.kind == PassageKind.CELL
    assert [(label.text, label.section) for label in _labels(cell, LabelKind.ROW)] == [
        ("Renal Impairment", "renal")
    ]
    assert [label.text for label in cell.labels] == ["Zentaline", "Zenta 5 mg", "Renal Impairment"]
    assert raw_of(document, cell) == "Dose adjustment required"
    assert misplaced(document) == []


def test_a_header_that_is_a_name_and_a_value_is_data() -> None:
    document = read(_PROPERTIES)
    assert passage_with(document, "Z5").labels[-1].text == "Code"
    assert passage_with(document, "Z10").labels[-2].text == "Zenta 10 mg"


def test_labels_inside_a_cell_are_lead_ins() -> None:
    document = read(_PROPERTIES)
    cell = passage_with(document, "5 mg daily.")
    assert [label.text for label in cell.labels[-3:]] == ["Dosing", "Adult", "Hives"]
    assert cell.lead_in == cell.labels[-1]
    assert passage_with(document, "10 mg daily.").labels[-1].text == "Hay fever"


def test_a_table_whose_header_names_properties() -> None:
    document = read(
        "## Dosage\n\n| Patients | Dose | Renal impairment |\n|---|---|---|\n"
        "| **Adults** | 5 mg | 2 mg |\n| Children | 1 mg | |\n"
    )
    cell = passage_with(document, "2 mg")
    assert [label.text for label in cell.labels] == ["Dosage", "Patients", "Adults", "Renal impairment"]
    assert [label.section for label in _labels(cell, LabelKind.COLUMN)] == [None, "renal"]
    assert [passage.text for passage in document.passages] == ["5 mg", "2 mg", "1 mg"]


def test_products_as_columns() -> None:
    document = read(
        "| Property | Zenta | Zentaforte |\n|---|---|---|\n| Indication | hives | itching |\n"
        "| Dose | 5 mg | 10 mg |\n"
    )
    cell = passage_with(document, "10 mg")
    assert [(label.kind, label.text) for label in cell.labels] == [
        (LabelKind.ROW, "Dose"),
        (LabelKind.COLUMN, "Zentaforte"),
    ]
    assert cell.section == "posology"


def test_a_generic_header_is_no_data() -> None:
    document = read("| Property | Details |\n|---|---|\n| Dose | 5 mg |\n| Storage | dry |\n")
    assert [passage.text for passage in document.passages] == ["5 mg", "dry"]


def test_rows_know_what_their_names_are_values_of() -> None:
    document = read("| Creatinine clearance | Dose |\n|---|---|\n| 30-50 mL/min | 2 mg |\n")
    (cell,) = document.passages
    assert [(label.kind, label.text) for label in cell.labels] == [
        (LabelKind.COLUMN, "Creatinine clearance"),
        (LabelKind.ROW, "30-50 mL/min"),
        (LabelKind.COLUMN, "Dose"),
    ]
    assert cell.sections == ("renal", "posology")
