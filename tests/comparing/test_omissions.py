from __future__ import annotations

from typing import Any

from monolint.comparing.interface import Conflict, Verdict
from monolint.domain.claim import Claim, Kind, Nothing, Stance

from .claims import claim, run, terms

CONTRA, REACTION = Kind.CONTRAINDICATION, Kind.ADVERSE_REACTION


def listed(*members: str, object: str = "common reactions", at: int = 0, **rest: Any) -> Claim:
    return claim(terms(*members), kind=REACTION, object=object, at=at, **rest)


def lists(*claims: Claim, between: str = "lists", **options: str) -> list[Conflict]:
    return run("list-difference", REACTION, *claims, between=between, **options)


def test_lists_of_two_sections_that_differ() -> None:
    body = listed("rash", "cough", block=1)
    (found,) = lists(body, listed("rash", at=5, block=5))
    assert found.words["difference"] == "cough"
    assert found.judgement.verdict is Verdict.OMISSION
    assert lists(body, listed("cough", "rash", at=5, block=5)) == []


def test_items_of_one_section_are_one_list() -> None:
    items = [listed(name, at=at, block=1) for at, name in enumerate(("rash", "cough"))]
    assert lists(*items, listed("rash", "cough", at=9, block=9)) == []


def test_a_list_without_a_class_counts_to_the_class_it_resembles() -> None:
    body = listed("rash", "cough", block=1)
    alike = listed("rash", "fever", object="any", at=5, block=5)
    unlike = listed("fever", "chills", "rash", object="any", at=5, block=5)
    (found,) = lists(body, alike, unlabelled="any")
    assert found.words["difference"] == "cough, fever"
    assert lists(body, unlike, unlabelled="any") == []


def test_lists_of_two_documents_are_compared_as_wholes_and_without_grades() -> None:
    a = listed("severe rash", "cough", object="serious reactions")
    b = listed("rash", object="serious reactions", path="b.md")
    c = listed("cough", path="b.md", at=5)
    assert lists(a, b, c, between="documents") == []
    extra = listed("syncope", object="serious reactions", at=7)
    (found,) = lists(a, extra, b, c, between="documents")
    assert found.words["difference"] == "syncope"
    assert (found.left, found.right) == ((extra,), (b,))


def test_a_silent_document() -> None:
    speaks = claim(Stance.AVOID, kind=Kind.LACTATION)
    silent = claim(Stance.AVOID, kind=Kind.PREGNANCY, path="b.md")
    options = {"beside": ["pregnancy"]}
    (alone,) = run("missing-statement", Kind.LACTATION, speaks, silent, between="document", **options)
    assert alone.left == (silent,)
    (across,) = run("missing-statement", Kind.LACTATION, speaks, silent, between="documents", **options)
    assert (across.left, across.right) == ((speaks,), (silent,))


def test_a_document_that_speaks_or_has_no_place_to_speak_is_not_silent() -> None:
    speaks = claim(Stance.AVOID, kind=Kind.LACTATION)
    dosing = claim(Stance.AVOID, kind=Kind.DOSE, path="b.md")
    options = {"between": "document", "beside": ["pregnancy"]}
    assert run("missing-statement", Kind.LACTATION, speaks, dosing, **options) == []


def test_the_place_beside_a_silence_is_of_the_first_kind_that_is_there() -> None:
    dose = claim(Stance.AVOID, kind=Kind.DOSE)
    pregnancy = claim(Stance.AVOID, kind=Kind.PREGNANCY, at=9)
    options = {"between": "document", "beside": ["pregnancy", "dose"]}
    (found,) = run("missing-statement", Kind.LACTATION, dose, pregnancy, **options)
    assert (found.left, found.right) == ((pregnancy,), (dose,))


def test_an_incomplete_list_of_contraindications() -> None:
    inside = claim(Stance.CONTRAINDICATED, kind=CONTRA, object="asthma", section="contraindication")
    elsewhere = claim(Stance.CONTRAINDICATED, kind=CONTRA, object="pregnancy", at=5, section="pregnancy")
    weaker = claim(Stance.CAUTION, kind=CONTRA, object="gout", at=9, section="warning")
    options = {"between": "list", "section": "contraindication", "stances": ["contraindicated"]}
    (found,) = run("object-difference", CONTRA, inside, elsewhere, weaker, **options)
    assert found.words["difference"] == "pregnancy"
    assert (found.left, found.right) == ((elsewhere,), (inside,))
    assert run("object-difference", CONTRA, elsewhere, **options) == []


def test_a_list_that_says_none_is_not_incomplete() -> None:
    none = claim(Nothing(), kind=CONTRA, object="any", section="contraindication")
    elsewhere = claim(Stance.CONTRAINDICATED, kind=CONTRA, object="asthma", at=5, section="warning")
    options = {"between": "list", "section": "contraindication"}
    assert run("object-difference", CONTRA, none, elsewhere, **options) == []


def test_objects_that_one_document_alone_names() -> None:
    def names(object: str, at: int, path: str) -> Claim:
        return claim(Stance.MONITOR, kind=Kind.INTERACTION, object=object, at=at, path=path)

    both = names("lithium", 0, "a.md"), names("lithium", 0, "b.md")
    assert run("object-difference", Kind.INTERACTION, *both, between="documents") == []
    odd = names("warfarin", 5, "a.md"), names("digoxin", 5, "b.md")
    (found,) = run("object-difference", Kind.INTERACTION, *both, *odd, between="documents")
    assert found.words["difference"] == "digoxin, warfarin"
