"""The same claims out of every layout: labels of a summary of product characteristics, of a label, of a
leaflet, and wide tables with one product to a column."""

from __future__ import annotations

import pytest

from monolint.domain.claim import Claim, Facet, Kind, Qualifier
from monolint.extraction import extract
from monolint.reading import read_document

from .documents import claims, read

_TABLE = """
| Property | Exemplin 5 mg tablets | Exemplin 1 mg/mL drops |
|---|---|---|
| Usual adult dose | 10 mg once daily | 5 mL once daily |
| Maximum daily dose | 40 mg | 20 mL |
| Contraindications | Gout | None known |
| Storage | Below 25 °C | 2-8 °C; do not freeze |
"""


def _maximum(text: str) -> list[Claim]:
    return [claim for claim in read(text).claims if claim.kind is Kind.MAX_DOSE]


@pytest.mark.parametrize(
    "text",
    [
        "## 4.2 Posology\n\n*Adults*\n\nThe daily maximum is 40 mg.",
        "**2 DOSAGE AND ADMINISTRATION**\n\n**2.1 Adults**\nMaximum dose: 40 mg per day.",
        "Dosage\nUsually 10 mg a day. Maximum dose: 40 mg per day.",
        "How much to take\n\nMaximum dose: 40 mg per day.",
        "- **Maximum daily dose:** 40 mg",
        "| Item | Advice |\n|---|---|\n| Maximum daily dose | 40 mg |\n| Storage | Cold |",
    ],
)
def test_a_maximum_in_every_layout(text: str) -> None:
    assert [claim.value.normal for claim in _maximum(text)] == ["40 mg/d"]


def test_the_columns_of_a_table_are_products() -> None:
    found = _maximum(_TABLE)
    assert [claim.value.normal for claim in found] == ["40 mg/d", "20 mL/d"]
    assert len({claim.scope for claim in found}) == 2


def test_a_denial_in_one_column_is_not_about_the_other() -> None:
    found = claims(_TABLE, "", Kind.CONTRAINDICATION)
    assert [claim.value.normal for claim in found] == ["contraindicated", "none"]
    assert found[0].scope.get(Facet.PRODUCT) != found[1].scope.get(Facet.PRODUCT)


def test_impaired_organs_are_no_indication_of_a_dose() -> None:
    found = claims("Severe renal impairment: start with 5 mg daily.", "Dosage", Kind.DOSE)
    assert found
    assert all(claim.qualifier is Qualifier.INITIAL for claim in found)
    assert not any(claim.scope.get(Facet.INDICATION) for claim in found)
    assert all(claim.scope.get(Facet.RENAL) for claim in found)


@pytest.mark.parametrize(
    ("row", "kind", "expected"),
    [
        ("| Renal impairment | No adjustment | Halve the dose |", Kind.RENAL, ["no_adjustment", "adjust"]),
        ("| Breast-feeding | Not recommended | Compatible |", Kind.LACTATION, ["not_recommended", "safe"]),
    ],
)
def test_bare_answers_in_cells_are_about_their_own_product(row: str, kind: Kind, expected: list[str]) -> None:
    found = claims(_TABLE + row, "", kind)
    assert [claim.value.normal for claim in found] == expected
    assert found[0].scope.get(Facet.PRODUCT) != found[1].scope.get(Facet.PRODUCT)


def test_a_bare_answer_without_a_label_says_nothing() -> None:
    assert read("Compatible.\n\nNot required.", "Storage").claims == ()


def test_keys_of_the_front_matter_name_whom_a_dose_is_for() -> None:
    front = "---\ntitle: Exemplin\ndosing:\n  adult: 50 mg once daily\n  pediatric: 1 mg/kg/day\n---\n"
    text = f"{front}\n# Exemplin\n\n## Storage\n\nDry.\n"
    found = extract(read_document("a.md", text.encode())).claims
    cases = {claim.scope.normal for claim in found if claim.kind is Kind.DOSE}
    assert cases == {"population=adult", "population=child"}


@pytest.mark.parametrize(
    ("intro", "stances"),
    [
        ("Do not take Exemplin if you:", ["contraindicated", "contraindicated"]),
        ("It does not suit everybody. Tell your doctor if you have:", []),
        ("Contact your doctor if you notice:", []),
    ],
)
def test_the_lists_of_leaflets(intro: str, stances: list[str]) -> None:
    found = claims(f"{intro}\n\n- have gout\n- have asthma\n", "", Kind.CONTRAINDICATION)
    assert [claim.value.normal for claim in found] == stances


def test_the_only_product_of_a_document_is_no_case_of_its_own() -> None:
    text = "## Exemplin 5 mg\n\n| Item | Advice |\n|---|---|\n| Renal impairment | No adjustment |\n"
    (found,) = claims(text, "", Kind.RENAL)
    assert found.scope.normal == ""
