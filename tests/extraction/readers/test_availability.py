from __future__ import annotations

import pytest

from monolint.domain.claim import Kind
from monolint.extraction import extract
from monolint.reading import read_document

from ..documents import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exemplin was withdrawn from the market in 1999.", ["withdrawn"]),
        ("It is no longer available, because it harmed the heart.", ["withdrawn"]),
        ("Exemplin has been banned by the government of India.", ["withdrawn"]),
        ("Exemplin is no longer marketed in most countries.", ["withdrawn"]),
        ("Exemplin is no longer marketed in Canada.", []),
        ("Exemplin tablets were withdrawn.", []),
        ("Its brand name was Examplex, but it is no longer available.", []),
        ("The use of Exemplin was withdrawn gradually.", []),
        ("Another drug of the class was withdrawn.", []),
        ("Exemplin is no longer recommended.", []),
    ],
)
def test_withdrawal_from_the_market(text: str, expected: list[str]) -> None:
    found = values(text, "Usage", Kind.STATUS)
    assert [value for name, value in found if name == "availability"] == expected


@pytest.mark.parametrize(
    ("flag", "expected"),
    [
        ("is_banned: false", ["not banned"]),
        ("is_banned: true", ["withdrawn"]),
        ("withdrawn: yes", ["withdrawn"]),
        ("is_featured: false", []),
    ],
)
def test_a_flag_in_the_front_matter(flag: str, expected: list[str]) -> None:
    document = read_document("a.md", f"---\ntitle: Exemplin\n{flag}\n---\n## Usage\nFor gout.\n".encode())
    assert [claim.value.normal for claim in extract(document).claims] == expected
