from __future__ import annotations

import pytest

from monolint.domain.claim import Facet, Kind, Strength

from ..documents import claims

PURPOSES = ("prevention", "acute attacks")


def purposes(text: str, section: str = "Usage") -> list[tuple[str | None, str, str]]:
    found = [claim for claim in claims(text, section, Kind.INDICATION) if claim.object in PURPOSES]
    return [(c.object, c.value.normal, "|".join(sorted(c.scope.get(Facet.INDICATION)))) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exemplin is used to treat and prevent migraine.", [("prevention", "used", "migraine")]),
        ("It is indicated for the prophylaxis of malaria.", [("prevention", "used", "malaria")]),
        ("It helps prevent gout when taken daily.", [("prevention", "used", "gout")]),
        ("It is not intended for malaria prophylaxis.", [("prevention", "not used", "malaria")]),
        (
            "It stops a migraine that has begun, rather than as a preventive drug.",
            [("prevention", "not used", "migraine")],
        ),
        ("It gives rapid relief of bronchospasm.", [("acute attacks", "used", "asthma")]),
        (
            "It is not suited as such, and not for the relief of acute asthma.",
            [("acute attacks", "not used", "asthma")],
        ),
        ("It should not be used to treat acute gout.", [("acute attacks", "not used", "gout")]),
        ("It is used to prevent complications of measles.", []),
        ("It is not used for surgical prophylaxis of infection.", []),
        ("It is not intended for prevention.", []),
        ("Rescue inhalers are used to treat acute asthma.", []),
        ("NSAIDs are used to treat acute gout.", []),
        ("Unlike colchicine, which is used to treat acute gout, it is swallowed.", []),
    ],
)
def test_purposes(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert purposes(text) == expected


def test_a_question_names_the_condition() -> None:
    asked = "### Does Exemplin help against migraine?\n\nIt is not meant for prevention."
    text = f"Exemplin is a drug.\n\n## FAQ\n\n{asked}"
    assert purposes(text) == [("prevention", "not used", "migraine")]


def test_what_may_be_done_is_hedged() -> None:
    (found,) = [
        c
        for c in claims("It may be used to prevent gout.", "Usage", Kind.INDICATION)
        if c.object == "prevention"
    ]
    assert found.strength is Strength.HEDGED


def test_contraindications_speak_of_other_things() -> None:
    assert purposes("It is not used to prevent gout.", "Contraindications") == []
