from __future__ import annotations

import pytest

from monolint.domain.claim import Kind, Strength

from ..documents import claims, values

DOSING = "Dosage and Administration"
GIVEN, DENIED = "given by this route", "not given by this route"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adults: 5 mg given intravenously once daily.", [("intravenous", GIVEN)]),
        ("The usual dose is 20 mg taken orally.", [("oral", GIVEN)]),
        ("Exemplin is not administered intravenously.", [("intravenous", DENIED)]),
        (
            "It must not be given intravenously or intramuscularly.",
            [("intravenous", DENIED), ("intramuscular", DENIED)],
        ),
        ("There is no intravenous formulation of it.", [("intravenous", DENIED)]),
        ("It is not available in oral form.", [("oral", DENIED)]),
        ("**Intravenous:** 20 mg every 8 hours.", [("intravenous", GIVEN)]),
        ("IV use is not usual for Exemplin.", [("intravenous", DENIED)]),
        ("Intramuscular administration is not performed.", [("intramuscular", DENIED)]),
        ("Oral use is not usual within two hours of surgery.", []),
        ("It can also be given subcutaneously.", [("subcutaneous", GIVEN)]),
        ("Its ingredients can be given intravenously.", []),
        ("No intravenous access is needed.", []),
        ("**Before IV access:** 20 mg on the skin.", []),
        ("Not for intrathecal use.", [("intrathecal", DENIED)]),
        ("It must not be given as an intravenous bolus.", []),
        ("It is not given intravenously with other drugs.", []),
        ("Patients switched from 5 mg taken orally start anew.", []),
        ("Exemplin is absorbed orally.", []),
        ("The tablets are for topical use only.", []),
    ],
)
def test_routes(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, DOSING, Kind.ROUTE) == expected


def test_other_sections_tell_no_route_of_use() -> None:
    assert claims("It is not given orally.", "Pharmacokinetics", Kind.ROUTE) == []


def test_a_usual_denial_is_hedged() -> None:
    (found,) = claims("It is not typically administered intravenously.", DOSING, Kind.ROUTE)
    assert found.strength is Strength.HEDGED


def test_a_form_is_part_of_the_case() -> None:
    (found,) = claims("The gel is not taken orally.", DOSING, Kind.ROUTE)
    assert found.scope.normal == "formulation=gel"


def test_a_dose_for_a_child_shows_that_a_route_is_in_use() -> None:
    (found,) = claims("Children: 5 mg given intravenously once daily.", DOSING, Kind.ROUTE)
    assert found.scope.normal == ""


def test_a_route_that_is_denied_is_not_the_route_of_the_doses() -> None:
    (found,) = claims("Take 5 mg. There is no intravenous form.", DOSING, Kind.DOSE)
    assert found.scope.normal == ""


def test_the_only_way_of_giving_denies_the_others() -> None:
    found = claims("It is only given into the thigh and not intravenously.", DOSING, Kind.ROUTE)
    assert [claim.object for claim in found] == ["intravenous"]
    assert claims("It is only given once and not repeated intravenously.", DOSING, Kind.ROUTE) == []
