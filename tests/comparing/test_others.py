"""Explicit nothing, categories and omissions."""

from __future__ import annotations

from typing import Any

from monolint.comparing.interface import Comparator, Conflict, Verdict
from monolint.comparing.registry import COMPARATORS
from monolint.domain.claim import Claim, Kind, Nothing, Stance

from .claims import claim, group, letters, terms

CONTRA, REACTION, PREGNANCY = Kind.CONTRAINDICATION, Kind.ADVERSE_REACTION, Kind.PREGNANCY


def run(name: str, kind: Kind, *claims: Claim, **options: Any) -> list[Conflict]:
    comparator: Comparator = COMPARATORS[name]
    return list(comparator.compare(group(*claims), kind, comparator.options.model_validate(options)))


def test_none_denies_every_stated_object_once() -> None:
    none = claim(Nothing(), kind=CONTRA), claim(Nothing(), kind=CONTRA, at=3)
    asthma = claim(Stance.CONTRAINDICATED, kind=CONTRA, object="asthma", at=5)
    porphyria = claim(Stance.CONTRAINDICATED, kind=CONTRA, object="porphyria", at=7)
    found = run("none-against-stated", CONTRA, *none, asthma, porphyria)
    assert [(c.object, len(c.left), len(c.right)) for c in found] == [("asthma", 2, 1), ("porphyria", 2, 1)]


def test_none_does_not_deny_less_than_a_contraindication() -> None:
    none = claim(Nothing(), kind=CONTRA)
    avoid = claim(Stance.AVOID, kind=CONTRA, object="asthma", at=5)
    assert run("none-against-stated", CONTRA, none, avoid) == []
    assert run("none-against-stated", CONTRA, avoid) == []


def test_a_denial_of_one_case_meets_only_that_case() -> None:
    none = claim(Nothing(), kind=CONTRA, route="topical")
    oral = claim(Stance.CONTRAINDICATED, kind=CONTRA, object="asthma", at=5, route="oral")
    assert run("none-against-stated", CONTRA, none, oral) == []


def test_categories_of_one_scheme() -> None:
    b, d = (
        claim(letters("B"), kind=PREGNANCY, object="category"),
        claim(letters("D"), kind=PREGNANCY, object="category", at=5),
    )
    (found,) = run("categories", PREGNANCY, b, d, verdict="contradiction")
    assert found.judgement.verdict is Verdict.CONTRADICTION
    fda = claim(letters("C", scheme="FDA"), kind=PREGNANCY, object="category", at=7)
    tga = claim(letters("D", scheme="TGA"), kind=PREGNANCY, object="category", at=9)
    assert run("categories", PREGNANCY, fda, tga) == []
    finer = claim(letters("B1", scheme="TGA"), kind=PREGNANCY, object="category", at=9)
    assert run("categories", PREGNANCY, b, finer) == []


def test_frequency_classes_with_a_common_member_agree() -> None:
    rare = claim(letters("rare", "very_rare"), kind=REACTION, object="rash")
    less = claim(letters("uncommon", "rare"), kind=REACTION, object="rash", at=5)
    common = claim(letters("common", "very_common"), kind=REACTION, object="rash", at=9)
    assert run("categories", REACTION, rare, less) == []
    assert len(run("categories", REACTION, rare, less, common)) == 1


def test_a_category_against_advice() -> None:
    options = {
        "category": "category",
        "advice": "advice",
        "conflicts": {"D": ["contraindicated"], "X": ["safe"]},
    }
    letter = claim(letters("D"), kind=PREGNANCY, object="category")
    ban = claim(Stance.CONTRAINDICATED, kind=PREGNANCY, object="advice", at=5)
    weigh = claim(Stance.WEIGH_RISKS, kind=PREGNANCY, object="advice", at=9)
    (found,) = run("category-against-advice", PREGNANCY, letter, ban, weigh, **options)
    assert {c.place.span.start for c in (*found.left, *found.right)} == {0, 5}
    late = claim(letters("D"), kind=PREGNANCY, object="category", trimester="3")
    early = claim(Stance.CONTRAINDICATED, kind=PREGNANCY, object="advice", at=5, trimester="1")
    assert run("category-against-advice", PREGNANCY, late, early, **options) == []


def test_a_letter_without_its_scheme_is_told_once_a_document() -> None:
    bare = [claim(letters("C"), kind=PREGNANCY, object="category", at=at) for at in (1, 5)]
    named = claim(letters("C", scheme="FDA"), kind=PREGNANCY, object="category", path="b.md")
    (found,) = run("scheme-missing", PREGNANCY, *bare, named, object="category")
    assert len(found.left) == 2


def test_lists_inside_a_document() -> None:
    body = claim(terms("rash", "cough"), kind=REACTION, object="common reactions", block=1)
    faq = claim(terms("rash"), kind=REACTION, object="common reactions", at=5, block=5)
    (found,) = run("list-difference", REACTION, body, faq, between="lists")
    assert found.words["difference"] == "cough"
    same = claim(terms("cough", "rash"), kind=REACTION, object="common reactions", at=5, block=5)
    assert run("list-difference", REACTION, body, same, between="lists") == []


def test_items_of_one_section_are_one_list() -> None:
    items = [
        claim(terms(name), kind=REACTION, object="common reactions", at=at, block=1)
        for at, name in enumerate(("rash", "cough"))
    ]
    faq = claim(terms("rash", "cough"), kind=REACTION, object="common reactions", at=9, block=9)
    assert run("list-difference", REACTION, *items, faq, between="lists") == []


def test_lists_of_two_documents_are_compared_as_wholes_and_without_grades() -> None:
    a = claim(terms("severe rash", "cough"), kind=REACTION, object="serious reactions")
    b = claim(terms("rash"), kind=REACTION, object="serious reactions", path="b.md")
    c = claim(terms("cough"), kind=REACTION, object="common reactions", path="b.md", at=5)
    assert run("list-difference", REACTION, a, b, c, between="documents") == []
    extra = claim(terms("syncope"), kind=REACTION, object="serious reactions", at=7)
    (found,) = run("list-difference", REACTION, a, extra, b, c, between="documents")
    assert found.words["difference"] == "syncope"
    assert found.judgement.verdict is Verdict.OMISSION


def test_a_silent_document() -> None:
    speaks = claim(Stance.AVOID, kind=Kind.LACTATION)
    silent = claim(Stance.AVOID, kind=PREGNANCY, path="b.md")
    options = {"beside": ["pregnancy"]}
    (alone,) = run("missing-statement", Kind.LACTATION, speaks, silent, between="document", **options)
    assert alone.left[0].document == "b.md"
    (across,) = run("missing-statement", Kind.LACTATION, speaks, silent, between="documents", **options)
    assert (across.left[0].document, across.right[0].document) == ("a.md", "b.md")


def test_an_incomplete_list_of_contraindications() -> None:
    listed = claim(Stance.CONTRAINDICATED, kind=CONTRA, object="asthma", section="contraindication")
    elsewhere = claim(Stance.CONTRAINDICATED, kind=CONTRA, object="pregnancy", at=5, section="pregnancy")
    options = {"between": "list", "section": "contraindication", "stances": ["contraindicated"]}
    (found,) = run("object-difference", CONTRA, listed, elsewhere, **options)
    assert found.words["difference"] == "pregnancy"
    assert run("object-difference", CONTRA, elsewhere, **options) == []
