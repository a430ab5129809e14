from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.extraction.grades import find_grades, find_organ_grades

MILD, MODERATE, SEVERE, END = "mild", "moderate", "severe", "end-stage"

TEXTS: dict[str, set[str]] = {
    "mild to moderate renal impairment": {MILD, MODERATE},
    "moderate-to-severe impairment": {MODERATE, SEVERE},
    "mild to severe impairment": {MILD, MODERATE, SEVERE},
    "mild and severe impairment": {MILD, SEVERE},
    "severe or end-stage disease": {SEVERE, END},
    "end stage renal disease": {END},
    "significant hepatic impairment": {SEVERE},
    "patients on haemodialysis": {END},
    "any degree of impairment": {MILD, MODERATE, SEVERE, END},
    "regardless of impairment": {MILD, MODERATE, SEVERE, END},
    "renal impairment": set(),
    "impairment of mildness": set(),
    "no impairment": set(),
    "Child-Pugh A": {MILD},
    "Child-Pugh class B": {MODERATE},
    "Child-Pugh B or C": {MODERATE, SEVERE},
    "Child-Pugh class A and class C": {MILD, SEVERE},
    "Child-Pugh A to C": {MILD, MODERATE, SEVERE},
    "Child-Pugh A-C": {MILD, MODERATE, SEVERE},
    "Child-Pugh score above nine": set(),
    "CrCl < 30 mL/min": {SEVERE, END},
    "CrCl <15 mL/min": {END},
    "CrCl ≤ 30 mL/min": {SEVERE, END},
    "CrCl less than or equal to 30 mL/min": {SEVERE, END},
    "creatinine clearance (CrCl) below 30 mL/min": {SEVERE, END},
    "creatinine clearance 30 mL/min or less": {SEVERE, END},
    "CrCl 15-29 mL/min": {SEVERE},
    "CrCl 30–50 mL/min": {MODERATE},
    "CrCl 30 to 59 mL/min": {MODERATE},
    "CrCl ≥30 to <60 mL/min": {MODERATE},
    "creatinine clearance between 30 and 50 mL/min": {MODERATE},
    "CrCl 50-80 mL/min": {MILD},
    "creatinine clearance of 60 mL/min or above": {MILD},
    "eGFR > 60": {MILD},
    "eGFR below 45 mL/min/1.73 m²": {MODERATE, SEVERE, END},
    "eGFR of 45 mL/min or above": {MILD},
    "CrCl of 10 mL/min": set(),
    "CrCl < 10 mL/min": {END},
    "Take 30 mL of water.": set(),
    "CrCl < 30 mL/min – 10 mg once daily": {SEVERE, END},
    "CrCl < 30 mL/min and 500 mg": {SEVERE, END},
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_grades(text: str, expected: set[str]) -> None:
    assert find_grades(text) == expected


@given(st.sampled_from(sorted(TEXTS)), st.booleans())
def test_case_and_blanks_change_nothing(text: str, upper: bool) -> None:
    other = text.replace(" ", "  ")
    assert find_grades(other.upper() if upper else other.lower()) == TEXTS[text]


@given(st.integers(1, 150), st.integers(1, 150))
def test_a_higher_bound_names_no_fewer_grades(first: int, second: int) -> None:
    low, high = sorted((first, second))
    assert find_grades(f"CrCl < {low} mL/min") <= find_grades(f"CrCl < {high} mL/min")
    assert find_grades(f"CrCl > {high} mL/min") <= find_grades(f"CrCl > {low} mL/min")


@pytest.mark.parametrize("unit", ["mild ", "creatinine clearance < ", "Child-Pugh ", "mL/min and "])
def test_long_runs_are_read(unit: str) -> None:
    assert find_grades(unit * (20_000 // len(unit)) + " CrCl < 30") >= {SEVERE, END}


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("kidney disease, severe low blood pressure", set()),
        ("severe cardiac, liver or kidney disease", {"severe"}),
        ("severe combined liver and kidney disease", {"severe"}),
        ("severe combined immune deficiency", set()),
        ("liver failure", {"severe"}),
        ("significant kidney disease", {"significant"}),
        ("significant dose changes", set()),
    ],
)
def test_grades_of_organs_alone(text: str, grades: set[str]) -> None:
    assert find_organ_grades(text) == grades
