from __future__ import annotations

import pytest

from monolint.domain.claim import Kind

from ..documents import values

SECTION = "Dosage and Administration"
SUDDEN, GRADUAL = [("withdrawal", "stopped at once")], [("withdrawal", "withdrawn gradually")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exemplin can be stopped abruptly.", SUDDEN),
        ("It is safe to stop Exemplin without tapering.", SUDDEN),
        ("There is no need to taper the dose.", SUDDEN),
        ("Do not stop Exemplin suddenly.", GRADUAL),
        ("Avoid abrupt discontinuation.", GRADUAL),
        ("The dose should be tapered slowly.", GRADUAL),
        ("Exemplin cannot be stopped abruptly.", []),
        ("Do not stop Exemplin suddenly without asking; it should be taken for a week.", GRADUAL),
        ("Do not stop Exemplin suddenly without consulting a doctor.", []),
        ("After prolonged use it should be tapered slowly.", []),
        ("Sudden headache may occur.", []),
    ],
)
def test_withdrawal(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, SECTION, Kind.ADMINISTRATION) == expected
