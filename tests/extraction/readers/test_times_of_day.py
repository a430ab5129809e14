from __future__ import annotations

import pytest

from monolint.domain.claim import Kind

from ..documents import claims, values

DOSING = "Dosage and Administration"
MORNING, NIGHT = [("time of day", "in the morning")], [("time of day", "in the evening or at bedtime")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take Exemplin once daily in the morning.", MORNING),
        ("Take it first thing in the morning.", MORNING),
        ("Exemplin 10 mg once daily at bedtime.", NIGHT),
        ("It is given in the evening.", NIGHT),
        ("Take it in the morning and at bedtime.", []),
        ("It is usually taken at bedtime.", []),
        ("Take it twice, first in the morning.", []),
        ("It may be taken at night.", []),
        ("Drowsiness is worst in the morning.", []),
    ],
)
def test_times_of_day(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, DOSING, Kind.ADMINISTRATION) == expected


def test_other_sections_fix_no_time() -> None:
    assert claims("Take it once daily at bedtime.", "Side Effects", Kind.ADMINISTRATION) == []


def test_indications_are_part_of_the_case() -> None:
    (found,) = claims("Asthma: 10 mg once daily in the evening.", DOSING, Kind.ADMINISTRATION)
    assert "indication=asthma" in found.scope.normal
