from __future__ import annotations

import pytest

from monolint.domain.document import Subject
from monolint.reading import same_drug
from monolint.reading.drug_names import canonical_name, ingredients_of, normalise_name, normalise_title
from tests.reading.reading_of import read

_DOSE = "\n## Dosage\n\n5 mg daily\n"


def _subject(text: str) -> Subject:
    subject = read(text).subject
    assert subject is not None
    return subject


def _titled(title: str) -> Subject:
    return _subject(f"---\ntitle: {title}\n---\n{_DOSE}")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Zentaline", "zentaline"),
        ("**ZENTALINE**®", "zentaline"),
        ("Zentaline 5 mg tablets", "zentaline"),
        ("Zentaline 5 mg film-coated tablets", "zentaline"),
        ("Zentaline tablets, for oral use", "zentaline"),
        ("Zentaline prolonged-release tablets", "zentaline prolonged-release"),
        ("Zentaline (combination product)", "zentaline"),
        ("Pre–zentaline", "pre-zentaline"),
        ("Zentaline Hydrochloride", "zentaline hydrochloride"),
        ("Zentaline (beta)", "zentaline (beta)"),
        ("ZENTALINE (injection)", "zentaline"),
        ("ZENTALINE (generic)", "zentaline"),
    ],
)
def test_names_are_normalised(title: str, name: str) -> None:
    assert normalise_name(title) == name


@pytest.mark.parametrize(
    "title",
    [
        "Zentaline: uses and dosage",
        "Zentaline | A site",
        "Zentaline drug monograph",
        "ZENTALINE (zentaline) tablets, for oral use",
        "ZENTO XR (zentaline) capsules",
        "Zento® (zentaline) injection, for intravenous use",
    ],
)
def test_a_title_may_go_on_after_the_name(title: str) -> None:
    assert normalise_title(title) == "zentaline"


@pytest.mark.parametrize(
    "title",
    [
        "Zentaline + Orofan",
        "Orofan / Zentaline",
        "zentaline and orofan",
        "Orofan & Zentaline",
        "Zentaline-Orofan",
    ],
)
def test_a_combination_is_the_set_of_its_ingredients(title: str) -> None:
    assert ingredients_of(normalise_name(title)) == {"zentaline", "orofan"}
    assert canonical_name(normalise_name(title)) == "orofan + zentaline"


@pytest.mark.parametrize(
    "name", ["ado-zentaline", "methyl-zentaline", "interferon beta-1a", "l-zentaline folate"]
)
def test_a_hyphen_in_a_name_is_no_combination(name: str) -> None:
    assert ingredients_of(name) == {name}


def test_the_title_names_the_drug_and_the_document_its_aliases() -> None:
    subject = _subject(
        f"---\ntitle: Ado-zentaline vedotin\n---\n## Alternate Names\n\n"
        f"- **International Nonproprietary Name (INN):** Zentaline vedotin\n"
        f"- **Brand Names:** Zenta, Orofin\n{_DOSE}"
    )
    assert subject == Subject(
        "ado-zentaline vedotin",
        frozenset({"ado-zentaline vedotin"}),
        frozenset({"zentaline vedotin"}),
        frozenset({"zenta", "orofin"}),
    )


def test_without_front_matter_the_top_heading_or_the_generic_name_counts() -> None:
    assert _subject(f"# Zentaline\n{_DOSE}").name == "zentaline"
    assert _subject(f"## Generic Name\n\nZentaline\n{_DOSE}").name == "zentaline"


def test_an_organ_in_a_title_is_no_section() -> None:
    document = read(f"# Liver Extract\n{_DOSE}")
    assert document.subject is not None
    assert document.passages[0].sections == ("posology",)


@pytest.mark.parametrize(
    "text",
    [
        "# monographs\n\n## Install\n\nRun it.\n",
        "# Our tool\n\n## Usage\n\nRun it.\n\n## How it works\n\nIt reads.\n",
        "---\ntitle: Home\n---\n\n- [One](one.md)\n",
        "Only prose.\n",
    ],
)
def test_a_text_about_no_medicine_has_no_subject(text: str) -> None:
    assert read(text).subject is None


def test_one_substance_under_two_names_is_one_drug() -> None:
    with_inn = _subject(
        f"---\ntitle: Ado-zentaline vedotin\n---\n## Alternate Names\n\n- **INN:** Zentaline vedotin\n{_DOSE}"
    )
    assert same_drug(with_inn, _titled("Zentaline Vedotin"))
    assert same_drug(_titled("Ado-Zentaline vedotin"), with_inn)
    assert same_drug(_titled("A1 + B2"), _titled("B2 and A1"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zentaline", "Zentaline vedotin"),
        ("Zentaline hydrochloride", "Zentaline tartrate"),
        ("Zentaline", "Zentaline + Orofan"),
        ("Zentaline", "Zentalin"),
    ],
)
def test_nothing_fuzzy_is_one_drug(first: str, second: str) -> None:
    assert not same_drug(_titled(first), _titled(second))


def test_another_salt_given_as_a_synonym_is_no_alias() -> None:
    subject = _subject(
        f"---\ntitle: Zentaline\n---\n## Alternate Names\n\n- **INN:** Zentaline vedotin\n{_DOSE}"
    )
    assert subject.aliases == frozenset()


def test_a_brand_proves_nothing() -> None:
    one = _subject(f"---\ntitle: Zentaline\n---\n## Alternate Names\n\n- **Brand name:** Zenta\n{_DOSE}")
    other = _subject(f"---\ntitle: Orofan\n---\n## Alternate Names\n\n- **Brand name:** Zenta\n{_DOSE}")
    assert not same_drug(one, other)
    assert not same_drug(one, _titled("Zenta"))


def test_a_list_of_other_names_proves_nothing() -> None:
    subject = _subject(f"---\ntitle: Zentaline\n---\n## Alternate Names\n\nOrofan, Zentalol\n{_DOSE}")
    assert subject.aliases == frozenset()


@pytest.mark.parametrize("remark", ["injection", "generic", "brand name", "oral use", "low dose"])
def test_a_remark_behind_a_name_in_capitals_is_no_substance(remark: str) -> None:
    assert normalise_title(f"ZENTO ({remark})") not in (remark, "")
