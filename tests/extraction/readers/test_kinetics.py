from __future__ import annotations

import pytest

from monolint.domain.claim import Facet, Kind

from ..documents import claims, values

FATE = "Pharmacokinetics"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The half-life is variable, from 3 to 5 hours.", [("half-life", "3-5 h")]),
        ("Exemplin has a half-life of 3 to 4 hours.", [("half-life", "3-4 h")]),
        ("The half-life of Exemplin is about two days.", [("half-life", "2 d")]),
        ("A 30-minute half-life makes it short-acting.", [("half-life", "0.5 h")]),
        ("Peak plasma levels are seen after 2 hours.", [("time to peak", "2 h")]),
        ("Its bioavailability is roughly 60%.", [("bioavailability", "60 %")]),
        ("It is 95% bound to plasma proteins.", [("protein binding", "95 %")]),
        (
            "Protein binding exceeds 90%, and the half-life is 6 hours.",
            [("half-life", "6 h"), ("protein binding", "90 %")],
        ),
        ("Its metabolite has a half-life of 30 hours.", []),
        ("Samplinat has a half-life of 30 hours.", []),
        ("The half-life of samplinat is 30 hours.", []),
        ("Kidney failure increases the half-life to 30 hours.", []),
        ("The half-life is 3 hours in acid urine and 9 hours in alkaline urine.", []),
        ("Treatment lasts 6 weeks.", []),
        ("It is metabolized primarily by CYP3A4.", [("main enzyme", "CYP3A4")]),
        (
            "It is metabolised mainly by CYP2C9 and CYP2C19, with a small share of CYP3A4.",
            [("main enzyme", "CYP2C19|CYP2C9")],
        ),
        ("It inhibits CYP2D6.", []),
        ("Samplinat is metabolized mainly by CYP2D6.", []),
    ],
)
def test_figures_and_enzymes(text: str, expected: list[tuple[str, str]]) -> None:
    fate = ("metabolism", "CYP metabolism", "excretion of the unchanged drug")
    found = values(text, FATE, Kind.PHARMACOKINETICS)
    assert [pair for pair in found if pair[0] not in fate] == expected


def test_a_figure_belongs_to_the_route_beside_it() -> None:
    (found,) = claims("Its oral bioavailability is 40%.", FATE, Kind.PHARMACOKINETICS)
    assert found.scope.get(Facet.ROUTE) == frozenset({"oral"})


def test_sections_on_other_drugs_say_nothing() -> None:
    assert claims("The half-life is 3 hours.", "Drug Interactions", Kind.PHARMACOKINETICS) == []
