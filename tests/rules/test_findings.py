"""Evidence of findings and one finding per claim key, over claims and findings made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monolint.comparing.interface import Conflict, Judgement, Verdict
from monolint.domain.claim import Claim, Kind
from monolint.domain.finding import Confidence, Evidence, Finding, Role, Severity
from monolint.domain.group import DrugGroup
from monolint.domain.text import Position, Span
from monolint.rules import builtin_directory, load_rules, run_rules
from monolint.rules.findings import claim_finding, merge
from tests.comparing.claims import amount, claim, group
from tests.comparing.strategies import claims

RULES = load_rules([builtin_directory()])
DOSE = next(rule for rule in RULES if rule.id == "dose")


def evidence(at: int, value: str = "5 mg", role: Role = Role.OTHER) -> Evidence:
    return Evidence("a.md", Span(at, at + 1), Position(1, at + 1), Position(1, at + 2), "x", value, role)


def finding(
    rule: str,
    *places: Evidence,
    kind: Kind | None = Kind.DOSE,
    severity: Severity = Severity.WARNING,
    object: str | None = None,
) -> Finding:
    return Finding(
        rule, kind, severity, Confidence.HIGH, "exemplin", object, "", f"{rule} fires.", rule, places
    )


def roles(left: list[Claim], right: list[Claim]) -> list[tuple[int, Role]]:
    conflict = Conflict(Kind.DOSE, None, tuple(left), tuple(right), Judgement(Verdict.CONTRADICTION))
    found = claim_finding(DOSE, "exemplin", conflict, Severity.ERROR)
    return [(place.span.start, place.role) for place in found.evidence]


def test_both_sides_stand_first_then_other_values_then_copies() -> None:
    left = [claim(amount(5)), claim(amount(5), at=2), claim(amount(5), at=4, path="b.md")]
    right = [claim(amount(9), at=6), claim(amount(9), at=8), claim(amount(7), at=10)]
    assert roles(left, right) == [
        (0, Role.PRIMARY),
        (6, Role.OTHER),
        (4, Role.COPY),
        (10, Role.OTHER),
        (2, Role.COPY),
        (8, Role.COPY),
    ]


def test_a_place_that_holds_both_values_is_shown_once() -> None:
    assert roles([claim(amount(5), at=3)], [claim(amount(9), at=3)]) == [(3, Role.PRIMARY)]


def test_two_rules_on_one_place_are_one_finding_of_the_worse() -> None:
    one = finding("dose", evidence(0), evidence(3, "9 mg"))
    two = finding("dose-above-maximum", evidence(3, "9 mg"), evidence(7, "5 mg"), severity=Severity.ERROR)
    (merged,) = merge([one, two])
    assert (merged.rule, merged.also, merged.fingerprint) == (two.rule, ("dose",), two.fingerprint)
    assert [(e.span.start, e.role) for e in merged.evidence] == [
        (3, Role.OTHER),
        (7, Role.OTHER),
        (0, Role.COPY),
    ]


def test_of_equals_the_first_stands_and_names_all_others() -> None:
    (merged,) = merge([finding(rule, evidence(0), evidence(3)) for rule in ("b", "c", "a")])
    assert (merged.rule, merged.also) == ("b", ("a", "c"))


@pytest.mark.parametrize(
    "other",
    [
        finding("two", evidence(5)),
        finding("two", evidence(0), object="asthma"),
        finding("two", evidence(0), kind=Kind.MAX_DOSE),
        finding("two", evidence(0), severity=Severity.INFO),
        finding("one", evidence(0), evidence(7)),
    ],
    ids=["other places", "another object", "another kind", "an omission", "one rule on one shared place"],
)
def test_findings_of_two_keys_stay_two(other: Finding) -> None:
    one = finding("one", evidence(0), evidence(3))
    assert merge([one, other]) == [one, other]


def test_one_rule_on_two_shared_places_is_one_finding() -> None:
    one, two = finding("one", evidence(0), evidence(3)), finding("one", evidence(0), evidence(3), evidence(9))
    (merged,) = merge([one, two])
    assert ([e.span.start for e in merged.evidence], merged.also) == ([0, 3, 9], ())


def test_findings_of_form_stay_apart() -> None:
    pair = [finding("faq-copy", evidence(0), kind=None), finding("faq-drift", evidence(0), kind=None)]
    assert merge(pair) == pair


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_fingerprints_are_unique_and_the_same_in_every_order(data: st.DataObject) -> None:
    rule = data.draw(st.sampled_from([rule for rule in RULES if rule.kind]))
    of_kind = [each for each in RULES if each.kind == rule.kind]
    drawn = data.draw(claims(rule))
    drug = group(*drawn)
    shuffled = DrugGroup(drug.subject, drug.documents[::-1], tuple(data.draw(st.permutations(drawn))))
    found = {(one.rule, one.fingerprint, one.evidence) for one in run_rules(of_kind, drug)}
    assert found == {(one.rule, one.fingerprint, one.evidence) for one in run_rules(of_kind, shuffled)}
    assert len({fingerprint for _, fingerprint, _ in found}) == len(found)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_copy_of_a_claim_changes_no_fingerprint(data: st.DataObject) -> None:
    rule = data.draw(st.sampled_from([r for r in RULES if r.kind and r.comparator != "missing-statement"]))
    drawn = data.draw(claims(rule))
    original = data.draw(st.sampled_from(drawn))
    copy = replace(original, place=replace(original.place, span=Span(50, 51)))
    before = {one.fingerprint for one in run_rules([rule], group(*drawn))}
    assert {one.fingerprint for one in run_rules([rule], group(*drawn, copy))} == before
