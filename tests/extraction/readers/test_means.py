from __future__ import annotations

import pytest

from monolint.domain.claim import Kind, Strength

from ..documents import claims

WORKS = "How It Works"
MEANS = ("enzyme inhibition", "receptor binding")


def means(text: str, section: str = WORKS) -> list[tuple[str | None, str]]:
    return [(c.object, c.value.normal) for c in claims(text, section, Kind.MECHANISM) if c.object in MEANS]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It works by inhibiting the enzyme lipoxygenase.", [("enzyme inhibition", "involved")]),
        ("It blocks a bacterial reductase.", [("enzyme inhibition", "involved")]),
        ("It binds to folate receptors.", [("receptor binding", "involved")]),
        (
            "It does not involve receptor binding or enzyme inhibition.",
            [("enzyme inhibition", "not involved"), ("receptor binding", "not involved")],
        ),
        (
            "It does not bind to receptors, inhibit enzymes or carry ions.",
            [("enzyme inhibition", "not involved"), ("receptor binding", "not involved")],
        ),
        ("It does not primarily act through enzyme inhibition.", []),
        ("No information on enzyme inhibition is available.", []),
        ("It inhibits the spread of the disease.", []),
        ("It inhibits the enzyme CYP3A4.", []),
        ("It prevents histamine from binding to its receptors.", []),
        ("Statins inhibit the enzyme reductase.", []),
    ],
)
def test_means(text: str, expected: list[tuple[str, str]]) -> None:
    assert means(text) == expected


def test_a_direct_action_denied_leaves_others_open() -> None:
    (found,) = claims("It does not involve direct enzyme inhibition.", WORKS, Kind.MECHANISM)
    assert found.strength is Strength.HEDGED


def test_interactions_speak_of_other_things() -> None:
    assert means("It inhibits the enzyme lipoxygenase.", "Drug Interactions") == []
