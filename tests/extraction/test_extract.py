"""A whole document: places, copies, answers, and what was not understood."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monolint.domain.claim import Kind, Stance
from monolint.domain.document import Origin
from monolint.extraction import extract
from monolint.reading import read_document

from .documents import claims, monograph, read

_SCRAPS = (
    *(
        "0",
        "1/0",
        "every",
        "hours",
        "times daily",
        "divided doses",
        "5 mg",
        "per day",
        "half-life",
        "days",
        "½",
    ),
    *(
        "9" * 40,
        "for",
        "up to",
        "children",
        "years",
        "-",
        "/",
        "(",
        "weeks",
        "q",
        "h",
        "trimester",
        "once",
        "or",
    ),
    *("in", "mg/kg", "more than", "2", "minutes", "peak", "%", "dialysis", "category", "X", ":", ".", "not"),
)
FAQ = """\
---
title: Exemplin
faqs:
  - q: May pregnant women take Exemplin?
    a: >-
      No. It is contraindicated
      during pregnancy.
---

## FAQs

### Q1: May pregnant women take Exemplin?

**A:** No. It is contraindicated during pregnancy.
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_place_is_the_text_of_the_file(ending: str) -> None:
    text = FAQ.replace("\n", ending)
    document = read_document("a.md", text.encode())
    found = extract(document).claims
    assert found
    for claim in found:
        assert claim.place.span.slice(document.text) == claim.place.text
        assert all(claim.place.span.contains(mark) for mark in claim.place.marks)


def test_a_copied_answer_makes_equal_claims_at_each_place() -> None:
    found = [c for c in extract(read_document("a.md", FAQ.encode())).claims if c.kind is Kind.PREGNANCY]
    assert [claim.origin for claim in found] == [Origin.FRONT_MATTER, Origin.FAQ]
    assert {claim.value for claim in found} == {Stance.CONTRAINDICATED}


@pytest.mark.parametrize(
    ("question", "answer", "kind", "expected"),
    [
        ("Is it safe to use Exemplin while breastfeeding?", "No.", Kind.LACTATION, Stance.AVOID),
        ("Is it safe to use Exemplin while breastfeeding?", "Yes.", Kind.LACTATION, Stance.MAY_USE),
        ("Should Exemplin be avoided in pregnancy?", "Yes.", Kind.PREGNANCY, Stance.AVOID),
        ("Is a dose adjustment needed in renal impairment?", "No.", Kind.RENAL, Stance.NO_ADJUSTMENT),
        ("Is a dose adjustment needed in renal impairment?", "Yes.", Kind.RENAL, Stance.ADJUST),
    ],
)
def test_a_lone_answer_word_answers_its_question(
    question: str, answer: str, kind: Kind, expected: Stance
) -> None:
    (found,) = claims(f"### Q1: {question}\n\n**A:** {answer}", "FAQs", kind)
    assert found.value is expected


def test_what_holds_a_cue_and_was_not_understood_is_told_with_its_reason() -> None:
    unread = read("The figure of 7 mg appears here.\n\nNothing of note.", "How It Works").unread
    assert [(item.text, bool(item.reason)) for item in unread] == [("The figure of 7 mg appears here.", True)]


def test_a_document_without_a_drug_makes_no_claims() -> None:
    extraction = extract(read_document("README.md", b"# Notes\n\nTake 5 mg.\n"))
    assert (extraction.claims, extraction.unread) == ((), ())


def test_line_ends_change_no_claim() -> None:
    text = monograph("Take 5 mg twice daily.\n\n- **Children:** Not recommended.", "Dosage")
    plain, windows = (
        [(c.kind, c.object, c.value, c.scope) for c in extract(read_document("a.md", t.encode())).claims]
        for t in (text, text.replace("\n", "\r\n"))
    )
    assert plain == windows
    assert plain


def test_the_only_route_of_a_document_holds_for_all_its_doses() -> None:
    text = "Exemplin is given intravenously. The dose is 5 mg. The maximum dose is 9 mg."
    assert {claim.scope.normal for claim in read(text, "Dosage").claims} == {"route=intravenous"}


def test_a_claim_about_one_ingredient_is_its_own_case() -> None:
    text = "# Exemplin + Testolol\n\n## Pregnancy\n\nTestolol is contraindicated in pregnancy.\n"
    found = extract(read_document("a.md", text.encode())).claims
    assert {claim.scope.normal for claim in found} == {"component=testolol"}


@given(st.lists(st.sampled_from(_SCRAPS), max_size=12).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_no_text_makes_a_reader_fail(text: str) -> None:
    for section in ("Dosage", "Missed dose", "Pharmacokinetics", "Pregnancy", "Contraindications"):
        found = read(text, section)
        assert all(claim.place.text for claim in found.claims)


def test_the_order_of_sections_changes_no_claim() -> None:
    skip, take = "Skip the missed dose.", "Take it as soon as you remember. Skip the missed dose."
    one = read(f"## Missed dose\n\n{skip}\n\n## Missed doses\n\n{take}")
    two = read(f"## Missed doses\n\n{take}\n\n## Missed dose\n\n{skip}")
    said = [{(c.object, c.value.normal, c.place.text) for c in found.claims} for found in (one, two)]
    assert said[0] == said[1] != set()
