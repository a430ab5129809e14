from __future__ import annotations

import pytest

from monolint.domain.claim import Kind

from ..documents import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its use is specific to gout.", ["none"]),
        ("The use of Exemplin is limited to the treatment of psoriasis.", ["none"]),
        ("Exemplin is exclusively used for gout.", ["none"]),
        ("It is also used to treat other conditions.", ["some"]),
        ("It may be considered in fever from other causes.", ["some"]),
        ("Its use is primarily limited to gout.", []),
        ("Its use is limited to a few days.", []),
        ("Its use in children is limited to gout.", []),
        ("Studies explore whether it can be used for other conditions.", []),
        ("It is not used for other conditions.", []),
    ],
)
def test_range_of_uses(text: str, expected: list[str]) -> None:
    found = values(text, "Usage", Kind.INDICATION)
    assert [value for name, value in found if name == "uses beyond the main one"] == expected
