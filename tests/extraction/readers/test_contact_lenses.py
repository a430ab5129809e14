from __future__ import annotations

import pytest

from monolint.domain.claim import Kind

from ..documents import values

SECTION = "Precautions"
BETWEEN = [("contact lenses", "worn again after each dose")]
NEVER = [("contact lenses", "not worn during treatment")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take contact lenses out and put them back after 10 minutes.", BETWEEN),
        ("- **Contact lenses:** Wait 20 minutes before you insert them.", BETWEEN),
        ("Contact lenses must not be worn during treatment.", NEVER),
        ("Avoid contact lenses while using the drops, unless a doctor allows them.", NEVER),
        ("Do not wear soft contact lenses during treatment.", []),
        ("Ask about contact lenses.", []),
        ("Do not wear contact lenses if the eye is red.", []),
        ("Intraocular lenses are not worn during treatment.", []),
    ],
)
def test_contact_lenses(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert values(text, SECTION, Kind.ADMINISTRATION) == expected
