from __future__ import annotations

import pytest

from monolint.domain.claim import Facet, Kind, Strength
from monolint.extraction import extract
from monolint.reading import read_document

from ..documents import claims, values

UNCHANGED = "excretion of the unchanged drug"
WORKS = "How It Works"
FATE = "Pharmacokinetics"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exemplin is an atypical antipsychotic.", [("antipsychotic class", "atypical")]),
        (
            "It belongs to the class of second-generation antipsychotics.",
            [("antipsychotic class", "atypical")],
        ),
        ("It is a first-generation (typical) antipsychotic.", [("antipsychotic class", "typical")]),
        (
            "It is a non-sedating antihistamine.",
            [("antihistamine generation", "second generation|third generation")],
        ),
        ("It is less sedating than a first-generation antihistamine.", []),
        ("Patients on atypical antipsychotics gain weight.", []),
        ("It is not an atypical antipsychotic.", []),
        ("It binds to the 30S ribosomal subunit.", [("ribosomal subunit", "30S")]),
        ("It binds to the 30S and 50S subunits.", [("ribosomal subunit", "30S|50S")]),
        ("It is bactericidal.", [("effect on bacteria", "bactericidal")]),
        ("It kills the bacteria.", [("effect on bacteria", "bactericidal")]),
        ("It leads to bacterial cell death.", [("effect on bacteria", "bactericidal")]),
        ("It kills or stops bacteria.", [("effect on bacteria", "bactericidal|bacteriostatic")]),
        ("It does not kill bacteria.", []),
        ("It stops growth (bacteriostatic) rather than killing bacteria.", []),
        ("It is bacteriostatic or bactericidal.", [("effect on bacteria", "bactericidal|bacteriostatic")]),
        ("At higher concentrations it is bactericidal.", []),
        ("Unlike ciprofloxacin, it is bacteriostatic.", []),
        ("It weakens the fungal cell wall.", [("part of the fungal cell", "cell wall")]),
        ("It damages the membrane of red cells.", []),
    ],
)
def test_classes_and_actions(text: str, expected: list[tuple[str, str]]) -> None:
    found = values(text, WORKS, Kind.MECHANISM)
    assert [value for value in found if value[0] != "antihistaminic effect"] == expected


def test_the_same_words_in_sections_about_other_drugs_say_nothing() -> None:
    text = "Exemplin is an atypical antipsychotic."
    assert claims(text, "Drug Interactions", Kind.MECHANISM) == []
    assert claims(text, "Popular Combinations", Kind.MECHANISM) == []


def test_a_belief_is_hedged() -> None:
    (found,) = claims("It is thought to bind to the 50S subunit.", WORKS, Kind.MECHANISM)
    assert found.strength is Strength.HEDGED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exemplin is not metabolized.", [("metabolism", "none")]),
        ("It undergoes minimal hepatic metabolism.", [("metabolism", "little|none")]),
        ("It is not extensively metabolised.", [("metabolism", "little|none")]),
        ("It is extensively metabolised in the liver.", [("metabolism", "extensive")]),
        ("It is not metabolized by CYP enzymes.", [("CYP metabolism", "not by CYP")]),
        ("It is metabolised in the liver by CYP2C9.", [("CYP metabolism", "by CYP")]),
        ("It slows drugs metabolized by CYP2C9.", []),
        ("Elimination is mainly renal.", [("main route of excretion", "renal")]),
        ("Biliary excretion is the major pathway.", [("main route of excretion", "faecal")]),
        ("Its metabolite is extensively metabolized further.", []),
        ("It is excreted mainly in the urine.", [("main route of excretion", "renal")]),
        ("Elimination is primarily faecal excretion.", [("main route of excretion", "faecal")]),
        (
            "It is excreted mainly in the urine and in the faeces.",
            [("main route of excretion", "faecal|renal")],
        ),
        (
            "Renal clearance is low because of minimal renal elimination.",
            [("main route of excretion", "faecal|hardly renal")],
        ),
        ("Minimal renal excretion of the unchanged drug occurs.", []),
        ("It crosses the placenta.", [("placenta", "crosses")]),
        ("It does not cross the placenta.", [("placenta", "does not cross")]),
        ("It may cross the placenta.", [("placenta", "crosses|does not cross")]),
        ("It is well absorbed from the gut.", [("absorption", "good")]),
        ("Systemic absorption is minimal.", [("absorption", "poor")]),
        ("It reduces the absorption of iron.", []),
    ],
)
def test_fate_in_the_body(text: str, expected: list[tuple[str, str]]) -> None:
    found = values(text, FATE, Kind.PHARMACOKINETICS)
    assert [value for value in found if value[0] != UNCHANGED] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is mainly excreted unchanged in the urine.", ["excreted unchanged"]),
        ("- **Excretion:** Primarily unchanged in the urine.", ["excreted unchanged"]),
        ("It is extensively metabolised in the liver.", ["metabolized"]),
        ("- **Metabolism:** Primarily hepatic.", ["metabolized"]),
        ("It is partially metabolised in the liver.", []),
        ("A small amount is excreted unchanged.", []),
        ("A minor part is metabolized in the liver.", []),
        ("It undergoes less extensive metabolism.", []),
    ],
)
def test_what_leaves_the_body_unchanged(text: str, expected: list[str]) -> None:
    found = values(text, FATE, Kind.PHARMACOKINETICS)
    assert [value for name, value in found if name == UNCHANGED] == expected


def test_absorption_belongs_to_the_route_beside_it() -> None:
    text = "It is poorly absorbed after oral administration, and is given by injection."
    (found,) = claims(text, FATE, Kind.PHARMACOKINETICS)
    assert found.scope.get(Facet.ROUTE) == frozenset({"oral"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exemplin is a prescription medication.", [("supply", "prescription only")]),
        ("It is not available over the counter.", [("supply", "prescription only")]),
        ("It can be bought without a prescription.", [("supply", "over the counter")]),
        ("Some strengths are available over the counter.", []),
        ("Tell your doctor about over-the-counter medicines.", []),
        ("Follow the prescription label.", []),
        ("It is a Schedule IV controlled substance.", [("controlled substance", "controlled")]),
        ("It is not a controlled substance.", [("controlled substance", "not controlled")]),
    ],
)
def test_supply(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, "Usage", Kind.STATUS) == expected


def test_a_combination_needs_the_name_of_the_ingredient() -> None:
    head = b"---\ntitle: Exemplin + Samplin\n---\n\n# Exemplin + Samplin\n\n## How It Works\n\n"
    named = read_document("a.md", head + b"Samplin is bactericidal.\n")
    bare = read_document("a.md", head + b"It is bactericidal.\n")
    (found,) = (claim for claim in extract(named).claims if claim.kind is Kind.MECHANISM)
    assert found.scope.get(Facet.COMPONENT) == frozenset({"samplin"})
    assert [claim for claim in extract(bare).claims if claim.kind is Kind.MECHANISM] == []
