"""Descriptions that stop before their sentence does."""

from __future__ import annotations

import pytest

from monolint.form.truncation import description

from .checking import defects, quotes

BODY = """\
## Usage
Exemplin relieves headache in adults and in children from the age of 12 years. Helps against severe fevers.
"""


def _document(value: str, key: str = "description") -> str:
    return f"---\ntitle: Exemplin\n{key}: {value}\n---\n{BODY}"


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ("Exemplin relieves headache and ...", "Exemplin relieves headache and ..."),
        ("'Exemplin relieves headache and…'", "Exemplin relieves headache and…"),
        (">-\n  Exemplin relieves headache\n  and **oth...**", "Exemplin relieves headache\n  and **oth..."),
        ("'Exemplin is prescribed for:'", "Exemplin is prescribed for:"),
        ("Exemplin relieves headache in adults and in chil", "headache in adults and in chil"),
        ("Exemplin relieves headache in adults and in", "relieves headache in adults and in"),
        (
            "For headache. Exemplin relieves headache in adults",
            "headache. Exemplin relieves headache in adults",
        ),
    ],
)
def test_a_description_that_is_cut_off(value: str, place: str) -> None:
    assert quotes(description, _document(value)) == [(place,)]


@pytest.mark.parametrize(
    "value",
    [
        "Exemplin relieves headache.",
        "What to know about Exemplin",
        "Exemplin relieves headache in adults",
        "Helps against severe fever",
        "Exemplin relieves headache in adults and in children from the age of 12 years",
        "Is Exemplin for me?",
        "''",
    ],
)
def test_a_whole_description(value: str) -> None:
    assert defects(description, _document(value)) == []


@pytest.mark.parametrize(("key", "count"), [("excerpt", 1), ("Summary", 1), ("note", 0)])
def test_the_keys_that_describe_a_document(key: str, count: int) -> None:
    found = defects(description, _document("Exemplin relieves headache and ...", key))
    assert [defect.object for defect in found] == [key] * count
