from __future__ import annotations

import pytest

from monolint.domain.claim import Kind, Qualifier

from ..documents import claims, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avoid concomitant use with strong CYP3A4 inhibitors.", [("strong CYP3A4 inhibitors", "avoid")]),
        ("NSAIDs.", [("NSAIDs", "named")]),
        ("NSAIDs may increase the risk of bleeding.", [("NSAIDs", "hazard")]),
        ("None known.", [(None, "none")]),
        ("Patients allergic to NSAIDs should avoid it.", []),
    ],
)
def test_interactions(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert values(text, "Drug Interactions", Kind.INTERACTION) == expected


def test_these_inhibitors_are_those_of_the_sentence_before() -> None:
    text = "Strong CYP3A4 inhibitors may raise exposure. Monitor closely if used with these inhibitors."
    assert values(text, "Drug Interactions", Kind.INTERACTION)[-1] == ("strong CYP3A4 inhibitors", "monitor")


def test_a_fallback_is_not_the_advice() -> None:
    text = "Concomitant use of NSAIDs should be avoided. If unavoidable, monitor closely."
    found = claims(text, "Drug Interactions", Kind.INTERACTION)
    assert [c.qualifier for c in found] == [Qualifier.USUAL, Qualifier.FALLBACK]
