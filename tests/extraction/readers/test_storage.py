from __future__ import annotations

import pytest

from monolint.domain.claim import Kind, Strength

from ..documents import claims

STORAGE = "Dosage\n\nOne tablet daily.\n\n## Storage"
ROOM, COLD, FROZEN = "at room temperature", "in a refrigerator", "in a freezer"


def places(text: str) -> list[str]:
    return [claim.value.normal for claim in claims(text, STORAGE, Kind.STORAGE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Store the vials in a refrigerator.", [COLD]),
        ("Keep the pack at 2 to 8 °C.", [COLD]),
        ("Store the vials at 36°F to 46°F.", [COLD]),
        ("Store below 25 °C.", [ROOM]),
        ("Store between 20°C and 25°C.", [ROOM]),
        ("Keep it at room temperature and do not refrigerate it.", [ROOM]),
        ("Store the vaccine frozen.", [FROZEN]),
        ("Store unopened pens in the refrigerator.", [COLD]),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Store in a cool, dry place.",
        "Do not freeze.",
        "Once opened, store at room temperature.",
        "Store at room temperature for up to 14 days.",
        "The diluted solution is kept in a refrigerator.",
        "Store at room temperature or refrigerated.",
        "Some brands are stored in a refrigerator.",
        "Store the vials in a refrigerator. Bring them to room temperature for use.",
    ],
)
def test_what_names_no_single_place(text: str) -> None:
    assert places(text) == []


def test_only_storage_is_read() -> None:
    assert claims("Store the vials in a refrigerator.", "Indications", Kind.STORAGE) == []


def test_a_usual_place_is_hedged() -> None:
    (found,) = claims("It is usually kept in a refrigerator.", STORAGE, Kind.STORAGE)
    assert found.strength is Strength.HEDGED
