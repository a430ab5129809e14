from __future__ import annotations

import pytest

from monolint.domain.claim import Kind

from ..documents import values

SECTION = "Drug Interactions"


def general(text: str) -> list[str | None]:
    return [
        value for name, value in values(text, SECTION, Kind.INTERACTION) if name == "medicines in general"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exemplin interacts with many medicines.", ["stated"]),
        ("It may interact with several other drugs.", ["stated"]),
        ("Exemplin is a protein, so interactions are not expected.", ["denied"]),
        ("Interactions with other eye medicines are unlikely.", ["denied"]),
        ("As a rule it doesn't interact much with other medicines.", ["denied"]),
        ("It does not usually interact with other medicines.", ["denied"]),
        ("Interactions by CYP enzymes are unlikely.", []),
        ("No relevant interactions with other medicines.", []),
        ("Few interactions are known.", []),
        ("Ask whether it interacts with other medicines.", []),
        ("It may interact with warfarin.", []),
    ],
)
def test_medicines_in_general(text: str, expected: list[str]) -> None:
    assert general(text) == expected
