from __future__ import annotations

import pytest

from monolint.extraction.grades import find_grades
from monolint.extraction.topics import Topic, find_topics, impaired_organs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mild to moderate renal impairment", {"mild", "moderate"}),
        ("mild to severe impairment", {"mild", "moderate", "severe"}),
        ("severe or end-stage disease", {"severe", "end-stage"}),
        ("CrCl < 30 mL/min", {"severe", "end-stage"}),
        ("CrCl 30-50 mL/min", {"moderate"}),
        ("creatinine clearance of 60 mL/min or above", {"mild"}),
        ("eGFR below 45 mL/min/1.73 m²", {"moderate", "severe", "end-stage"}),
        ("Child-Pugh B or C", {"moderate", "severe"}),
        ("patients on haemodialysis", {"end-stage"}),
        ("any degree of impairment", {"mild", "moderate", "severe", "end-stage"}),
        ("renal impairment", set()),
    ],
)
def test_grades(text: str, expected: set[str]) -> None:
    assert find_grades(text) == expected
    assert find_grades(text.upper().replace("CRCL", "CrCl")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("patients with impaired liver or kidney function", {Topic.RENAL, Topic.HEPATIC}),
        ("in renal or hepatic impairment", {Topic.RENAL, Topic.HEPATIC}),
        ("kidney problems", {Topic.RENAL}),
        ("cirrhosis", {Topic.HEPATIC}),
        ("monitor liver function", set()),
        ("liver function tests", set()),
        ("elevated liver enzymes", set()),
        ("may cause liver damage", set()),
        ("hepatotoxicity", set()),
    ],
)
def test_impaired_organs(text: str, expected: set[Topic]) -> None:
    assert set(impaired_organs(text)) == expected


def test_topics() -> None:
    assert find_topics("Use in pregnancy and breast-feeding") == {Topic.PREGNANCY, Topic.LACTATION}
    assert find_topics("Older adults need effective contraception") == {Topic.ELDERLY, Topic.CONTRACEPTION}
    assert find_topics("Take with water") == set()
