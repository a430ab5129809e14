"""How long before or after a meal."""

from __future__ import annotations

import pytest

from monolint.domain.claim import Kind
from monolint.extraction.readers.meal_times import AFTER, BEFORE

from ..documents import values

DOSING = "Dosage and Administration"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take it 30 minutes before meals.", [(BEFORE, "30 min")]),
        ("Take it 1 hour before or 2 hours after food.", [(BEFORE, "60 min"), (AFTER, "120 min")]),
        ("Take it 2 hours before or after eating.", [(BEFORE, "120 min"), (AFTER, "120 min")]),
        ("Take it 15 to 30 minutes before the main meal.", [(BEFORE, "15-30 min")]),
        ("Take it 2 hours before antacids, not with food.", []),
        ("Take it with food every 8 hours.", []),
        ("A meal 2 hours after food reduces its absorption.", []),
        ("No food for 12 hours before meals with contrast.", []),
    ],
)
def test_distance_from_meals(text: str, expected: list[tuple[str, str]]) -> None:
    found = values(text, DOSING, Kind.ADMINISTRATION)
    assert [each for each in found if each[0] in (BEFORE, AFTER)] == expected


def test_studies_of_absorption_tell_no_distance() -> None:
    assert values("Given 2 hours before meals.", "Pharmacokinetics", Kind.ADMINISTRATION) == []
