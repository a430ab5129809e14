from __future__ import annotations

import pytest

from monolint.domain.claim import Kind

from ..documents import values

SECTION = "Precautions"


@pytest.mark.parametrize(
    "text",
    [
        "- **Lifestyle:** None.",
        "- **Lifestyle factors:** No particular restrictions.",
        "- **Habits:** No special precautions regarding smoking.",
        "No restrictions on alcohol are needed.",
        "- **Lifestyle:** None specifically known.",
    ],
)
def test_a_denial_of_restrictions(text: str) -> None:
    assert ("lifestyle", "none") in values(text, SECTION, Kind.INTERACTION)


@pytest.mark.parametrize(
    "text",
    [
        "- **Lifestyle:** None, except that alcohol is limited.",
        "- **Lifestyle:** No restrictions. However, do not smoke.",
        "- **Lifestyle:** None mentioned in the sources.",
        "- **Diet:** No restrictions.",
        "- **Lifestyle:** No alcohol.",
        "No restrictions on travel.",
    ],
)
def test_no_denial(text: str) -> None:
    assert ("lifestyle", "none") not in values(text, SECTION, Kind.INTERACTION)
