"""What the vocabularies say of words that monographs use."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from monolint.extraction import lexicon
from monolint.extraction.lexicon.entries import Rate
from monolint.extraction.lexicon.terms import TermIndex


def assert_term(index: TermIndex, phrase: str, term: str | None) -> None:
    assert index.canonical(phrase) == term


@pytest.mark.parametrize(
    ("phrase", "term"),
    [
        ("kidney disease", "renal impairment"),
        ("Renal Insufficiency", "renal impairment"),
        ("impaired liver function", "hepatic impairment"),
        ("breast-feeding", "lactation"),
        ("nursing mothers", "lactation"),
        ("allergy to any of its components", "hypersensitivity"),
        ("third-degree AV block", "second or third degree AV block"),
        ("hypokalaemia", "hypokalemia"),
        ("angle-closure glaucoma", "narrow-angle glaucoma"),
        ("phaeochromocytoma", "pheochromocytoma"),
        ("MI", "myocardial infarction"),
        ("mi", None),
        ("bridge failure", None),
    ],
)
def test_conditions(phrase: str, term: str | None) -> None:
    assert_term(lexicon.conditions(), phrase, term)


@pytest.mark.parametrize(
    ("phrase", "term"),
    [
        ("raised transaminases", "increased transaminases"),
        ("elevated liver enzymes", "increased transaminases"),
        ("increased ALT", "increased transaminases"),
        ("transaminases increased", "increased transaminases"),
        ("low platelet count", "thrombocytopenia"),
        ("itching", "pruritus"),
        ("breathlessness", "dyspnea"),
        ("Diarrhoea", "diarrhea"),
        ("infusion reactions", "infusion-related reaction"),
        ("sleepiness", "somnolence"),
        ("severe neutropenia", "severe neutropenia"),
        ("weakness", "asthenia"),
        ("tiredness", "fatigue"),
        ("joint pain", "arthralgia"),
    ],
)
def test_reactions(phrase: str, term: str) -> None:
    assert_term(lexicon.reactions(), phrase, term)


@pytest.mark.parametrize(
    ("narrow", "broad"),
    [
        ("severe neutropenia", "neutropenia"),
        ("arthralgia", "musculoskeletal pain"),
        ("left ventricular dysfunction", "cardiotoxicity"),
        ("anaphylaxis", "hypersensitivity"),
    ],
)
def test_narrower_reactions_know_the_broader(narrow: str, broad: str) -> None:
    assert broad in lexicon.reactions().broader(narrow)


@pytest.mark.parametrize(("left", "right"), [("fatigue", "asthenia"), ("neutropenia", "severe neutropenia")])
def test_distinct_reactions_stay_apart(left: str, right: str) -> None:
    reactions = lexicon.reactions()
    assert reactions.canonical(left) != reactions.canonical(right)


@pytest.mark.parametrize(
    ("phrase", "term"),
    [("by mouth", "oral"), ("PO", "oral"), ("IV", "intravenous"), ("into the affected eye", "ophthalmic")],
)
def test_routes(phrase: str, term: str) -> None:
    assert_term(lexicon.routes(), phrase, term)


@pytest.mark.parametrize(
    ("phrase", "term"),
    [
        ("sustained-release", "extended release"),
        ("XR", "extended release"),
        ("ophthalmic drops", "eye drops"),
    ],
)
def test_formulations(phrase: str, term: str) -> None:
    assert_term(lexicon.formulations(), phrase, term)


def test_populations_have_ages_and_sexes() -> None:
    known = lexicon.populations()
    elderly = known.by_name[known.index.canonical("older adults") or ""]
    assert (elderly.min_age, elderly.max_age) == (Decimal(65), None)
    women = known.by_name[known.index.canonical("women of childbearing potential") or ""]
    assert women.sex == "female"
    assert known.index.broader("preterm neonate") == {"neonate", "infant", "child"}


@pytest.mark.parametrize(
    ("phrase", "times", "period", "unit"),
    [
        ("twice daily", 2, 1, "d"),
        ("b.i.d.", 2, 1, "d"),
        ("TID", 3, 1, "d"),
        ("four times a day", 4, 1, "d"),
        ("every other day", 1, 2, "d"),
        ("fortnightly", 1, 2, "wk"),
        ("once a month", 1, 1, "mo"),
    ],
)
def test_frequencies(phrase: str, times: int, period: int, unit: str) -> None:
    known = lexicon.frequencies()
    rate = known.rates[known.index.canonical(phrase) or ""]
    assert rate == Rate(Decimal(times), Decimal(period), unit)


@pytest.mark.parametrize(
    ("word", "value"), [("twelve", "12"), ("half", "0.5"), ("twice", "2"), ("one and a half", "1.5")]
)
def test_number_words(word: str, value: str) -> None:
    assert lexicon.number_words()[word] == Decimal(value)


def test_fractions_are_exact() -> None:
    assert lexicon.fractions()["½"] + lexicon.fractions()["¼"] == Decimal("0.75")
    assert lexicon.multipliers()["million"] == 1_000_000


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("very common", {"very_common"}),
        ("common", {"very_common", "common"}),
        ("rare but serious", {"rare", "very_rare"}),
        ("frequency not known", {"not_known"}),
    ],
)
def test_words_for_frequency_classes(word: str, classes: set[str]) -> None:
    known = lexicon.frequency_classes()
    assert known.by_word[known.index.canonical(word) or ""] == classes


@pytest.mark.parametrize("word", ["serious", "severe"])
def test_seriousness_is_no_frequency(word: str) -> None:
    assert lexicon.frequency_classes().index.canonical(word) is None


def test_bands_leave_no_gap() -> None:
    bands = [band for band in lexicon.frequency_classes().classes if band.name != "not_known"]
    assert all(upper.least == lower.below for upper, lower in pairwise(bands))
    assert (bands[0].below, bands[-1].least) == (Decimal(1), Decimal(0))


def test_drug_classes_know_their_members() -> None:
    known = lexicon.drug_classes()
    assert known.index.canonical("potent CYP3A4 inhibitors") == "strong CYP3A4 inhibitors"
    assert known.index.broader("strong CYP3A4 inhibitors") == {"CYP3A4 inhibitors"}
    assert "strong CYP3A4 inhibitors" in known.of_member["ketoconazole"]
    assert {"phenelzine", "selegiline"} <= known.by_name["MAO inhibitors"].members
