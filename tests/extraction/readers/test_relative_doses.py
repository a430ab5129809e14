"""Children's doses that are told by the adults' dose."""

from __future__ import annotations

import pytest

from monolint.domain.claim import Kind, Quantity

from ..documents import claims


def said(text: str) -> list[tuple[str, str]]:
    return [
        (claim.value.normal, claim.scope.normal)
        for claim in claims(text, "Dosage", Kind.DOSE)
        if not isinstance(claim.value, Quantity)
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("- **Children:** Give the same dose as for adults.", "as for adults"),
        ("In children the dosage is the same as that for adults.", "as for adults"),
        ("Doses for children are lower than adult doses.", "lower than for adults"),
        ("Paediatric doses are considerably smaller.", "lower than for adults"),
        ("No standard paediatric dose exists.", "none"),
        ("There isn't an established dosage for children.", "none"),
    ],
)
def test_relations(text: str, value: str) -> None:
    assert said(text) == [(value, "population=child")]


@pytest.mark.parametrize(
    "text",
    [
        "- **Elderly:** Give the same dose as for adults.",
        "- **Children:** Half the dose that adults take.",
        "- **Children:** Give the same dose as last time.",
        "The dose for adults is 5 mg.",
        "There is no standard dose.",
        "Doses for children are calculated by weight.",
        "- **Children:** Side effects are the same as in adults.",
    ],
)
def test_other_sentences_are_none(text: str) -> None:
    assert said(text) == []


def test_the_age_is_kept() -> None:
    assert said("- **Children 12 years and older:** same dose as for adults.") == [
        ("as for adults", "age=12-; population=child")
    ]
