from __future__ import annotations

import pytest

from monolint.extraction.animal_studies import animal_studies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Animal studies showed harm to the fetus.", "harm plain"),
        ("Category C: studies in animals have revealed malformations.", "harm plain"),
        ("Not advised, because of risks that were seen and reported in animal studies.", "harm plain"),
        ("Animal studies may indicate a risk.", "harm hedged"),
        ("Animal data did not show any risk, but human data are limited.", "no harm plain"),
        ("It is category B (animal studies found no teratogenic effect).", "no harm plain"),
    ],
)
def test_what_animal_studies_showed(text: str, expected: str) -> None:
    (found,) = animal_studies(text)
    assert f"{found.value.normal} {found.strength}" == expected


@pytest.mark.parametrize(
    "text",
    [
        "Animal studies showed harm at high doses.",
        "Animal studies on the risk have not been conducted.",
        "Animal studies with other retinoids have shown malformations.",
        "Animal data suggest low risk.",
        "Traces were found in the milk of animals, a risk for the young.",
        "Studies in women showed no harm.",
        "Do not give it to animals.",
    ],
)
def test_what_says_nothing_of_the_medicine_in_animals(text: str) -> None:
    assert list(animal_studies(text)) == []
