from __future__ import annotations

import pytest

from monolint.domain.claim import Kind

from ..documents import claims, values

DRIVING = "Dosage\n\nOne tablet daily.\n\n## Driving"
FREE, LIMITED = [("driving", "not restricted")], [("driving", "restricted")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exemplin has no effect on the ability to drive.", FREE),
        ("No restrictions on driving or operating machinery are known.", FREE),
        ("It does not impair driving.", FREE),
        ("Do not drive during treatment.", LIMITED),
        ("Avoid driving or operating machinery until vision clears.", LIMITED),
        ("Driving should be avoided.", LIMITED),
        ("Do not drive if you feel drowsy.", []),
        ("It does not impair driving unless combined with alcohol.", []),
        ("Exemplin may cause drowsiness.", []),
        ("Take care when driving.", []),
        ("Avoid alcohol.", []),
    ],
)
def test_driving(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, DRIVING, Kind.ADMINISTRATION) == expected


def test_overdose_is_no_use() -> None:
    assert claims("Do not drive.", "Overdose", Kind.ADMINISTRATION) == []
