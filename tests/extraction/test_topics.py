from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.extraction.topics import Topic, about_organ, find_topics, impaired_organs, topic_place

TEXTS: dict[str, set[Topic]] = {
    "Use in pregnancy and breast-feeding": {Topic.PREGNANCY, Topic.LACTATION},
    "harm to the foetus": {Topic.PREGNANCY},
    "foetal distress in labour": set(),
    "fetal malformations": {Topic.PREGNANCY},
    "Breast-fed infants": {Topic.LACTATION, Topic.CHILDREN},
    "nursing mothers": {Topic.LACTATION},
    "residents of nursing homes": set(),
    "breast cancer": set(),
    "milk and honey": set(),
    "Older adults need effective contraception": {Topic.ELDERLY, Topic.CONTRACEPTION},
    "Birth control pills": {Topic.CONTRACEPTION},
    "Child-Pugh class B": {Topic.HEPATIC},
    "the adrenal gland": set(),
    "creatinine clearance": {Topic.RENAL},
    "Take with water": set(),
}
ORGANS: dict[str, set[Topic]] = {
    "patients with impaired liver or kidney function": {Topic.RENAL, Topic.HEPATIC},
    "in renal or hepatic impairment": {Topic.RENAL, Topic.HEPATIC},
    "renal and/or hepatic insufficiency": {Topic.RENAL, Topic.HEPATIC},
    "kidney problems": {Topic.RENAL},
    "older people with normal kidney function": set(),
    "abnormal kidney function": {Topic.RENAL},
    "renal (kidney) or hepatic (liver) impairment": {Topic.RENAL, Topic.HEPATIC},
    "impaired hepatic (liver) function": {Topic.HEPATIC},
    "for several reasons, including renal impairment": set(),
    "depends on several factors, including renal impairment": {Topic.RENAL},
    "patients at risk, including those with liver disease": {Topic.HEPATIC},
    "serious effects including kidney failure": set(),
    "reduced kidney function": {Topic.RENAL},
    "patients on dialysis": {Topic.RENAL},
    "cirrhosis": {Topic.HEPATIC},
    "history of hepatitis": {Topic.HEPATIC},
    "hepatically impaired patients": {Topic.HEPATIC},
    "monitor liver function": set(),
    "periodic tests of renal and liver function": set(),
    "liver function tests": set(),
    "elevated liver enzymes": set(),
    "hepatic metabolism": set(),
    "may cause liver damage": set(),
    "signs of acute kidney failure": set(),
    "worsening renal function": set(),
    "hepatotoxicity": set(),
    "delivery problems": set(),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_topics(text: str, expected: set[Topic]) -> None:
    assert find_topics(text) == expected


@pytest.mark.parametrize(("text", "expected"), ORGANS.items())
def test_impaired_organs(text: str, expected: set[Topic]) -> None:
    assert set(impaired_organs(text)) == expected


@given(st.sampled_from(sorted(TEXTS | ORGANS)), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_changes_nothing(text: str, cased: object) -> None:
    assert callable(cased)
    assert find_topics(cased(text)) == find_topics(text)
    assert set(impaired_organs(cased(text))) == set(impaired_organs(text))


@given(st.sampled_from(sorted(TEXTS)))
def test_a_topic_has_a_place_where_it_is_named(text: str) -> None:
    for topic in Topic:
        place = topic_place(topic, text)
        assert (place is not None) == (topic in find_topics(text))
        assert place is None or topic in find_topics(text[place[0] :])


def test_the_first_impairment_is_the_place() -> None:
    text = "Avoid in renal failure and kidney disease."
    start, end = impaired_organs(text)[Topic.RENAL]
    assert text[start:end] == "renal failure"


@pytest.mark.parametrize("unit", ["renal and ", "monitor ", "reduced kidney function, "])
def test_long_runs_are_read(unit: str) -> None:
    assert Topic.RENAL in impaired_organs(unit * (20_000 // len(unit)) + ". Renal impairment")


@pytest.mark.parametrize(
    ("text", "kidneys", "liver"),
    [
        ("kidney disease, severe liver disease", "kidney disease", ", severe liver disease"),
        ("severe renal or hepatic impairment", "severe renal or hepatic impairment", None),
        ("renal failure (CrCl below 20) and cirrhosis", "renal failure (CrCl below 20) ", "and cirrhosis"),
        ("mild renal impairment", "mild renal impairment", None),
    ],
)
def test_two_organs_are_spoken_of_apart(text: str, kidneys: str, liver: str | None) -> None:
    assert about_organ(Topic.RENAL, text) == kidneys
    assert about_organ(Topic.HEPATIC, text) == (liver or text)
