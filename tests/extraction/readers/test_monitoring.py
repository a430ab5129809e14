from __future__ import annotations

import pytest

from monolint.domain.claim import Kind, Strength

from ..documents import claims, values

MONITORING = "Dosage\n\nOne tablet daily.\n\n## Monitoring"
ANY = "routine monitoring"
NEEDED, NOT_NEEDED = "required", "not required"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Renal function should be monitored regularly.", [("kidney function", NEEDED), (ANY, NEEDED)]),
        ("Check LFTs periodically.", [("liver function", NEEDED), (ANY, NEEDED)]),
        (
            "Close monitoring of blood pressure and ECG is essential.",
            [("blood pressure", NEEDED), ("electrocardiogram", NEEDED), (ANY, NEEDED)],
        ),
        ("No routine monitoring is required.", [(ANY, NOT_NEEDED)]),
        ("It does not require routine INR monitoring.", [("coagulation", NOT_NEEDED)]),
        ("Blood glucose monitoring is not necessary.", [("blood glucose", NOT_NEEDED)]),
        ("Renal function.", []),
        ("Monitor liver function regularly if treatment is long.", []),
        ("Monitor liver function regularly in patients with hepatitis.", []),
        ("No routine monitoring is required unless the patient is elderly.", []),
        ("No fetal monitoring is required.", []),
        ("Monitor closely for signs of infection.", []),
    ],
)
def test_monitoring(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, MONITORING, Kind.MONITORING) == expected


def test_what_interacts_is_watched_for_the_other_drug() -> None:
    assert claims("Monitor INR regularly with warfarin.", "Drug Interactions", Kind.MONITORING) == []


def test_a_usual_denial_is_hedged() -> None:
    (found,) = claims("No routine monitoring is usually required.", MONITORING, Kind.MONITORING)
    assert found.strength is Strength.HEDGED
