"""A whole document: places, copies, answers, and what was not understood."""

from __future__ import annotations

import pytest

from monolint.domain.claim import Kind, Stance
from monolint.domain.document import Origin
from monolint.extraction import extract
from monolint.reading import read_document

from .documents import claims, monograph, read

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
