from __future__ import annotations

import pytest

from monolint.domain.claim import Kind

from ..documents import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exemplin is commonly prescribed for gout.", ["in use"]),
        ("Exemplin is used to treat gout.", ["in use"]),
        ("Exemplin is no longer marketed or prescribed.", ["given up"]),
        ("It is no longer used clinically due to its toxicity.", ["given up"]),
        ("Exemplin was prescribed for gout.", []),
        ("Exemplin is no longer available in Canada.", []),
        ("Exemplin is no longer used for gout.", []),
        ("It was sold under the name Examplex, but it is no longer available.", []),
        ("The brand Examplex is no longer sold.", []),
        ("The combination of Exemplin and codeine is no longer marketed.", []),
    ],
)
def test_current_use(text: str, expected: list[str]) -> None:
    found = values(text, "Usage", Kind.STATUS)
    assert [value for name, value in found if name == "current use"] == expected
