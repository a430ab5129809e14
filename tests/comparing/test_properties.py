"""What holds for every comparator, with the options of the built-in rules."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monolint.comparing.interface import Conflict
from monolint.comparing.registry import COMPARATORS
from monolint.domain.claim import Category, Claim, Facet, Kind, Nothing, Qualifier, Quantity, Stance, Strength
from monolint.domain.claim import Terms as TermSet
from monolint.domain.group import DrugGroup
from monolint.rules import Rule, builtin_directory, load_rules

from .claims import claim, group

RULES = [rule for rule in load_rules([builtin_directory()]) if rule.comparator in COMPARATORS]
OMISSIONS = {"scheme-missing", "missing-statement", "object-difference"}
NAMES = st.frozensets(st.sampled_from(["rash", "cough", "severe rash", "fever"]), min_size=1)
VALUES = st.one_of(
    st.tuples(st.integers(1, 9), st.integers(0, 9)).map(
        lambda pair: Quantity(Decimal(pair[0]), Decimal(sum(pair)), "mg")
    ),
    st.sampled_from(list(Stance)),
    st.builds(Category, st.sampled_from([None, "FDA"]), st.frozensets(st.sampled_from("BCDX"), min_size=1)),
    st.builds(TermSet, NAMES),
    st.just(Nothing()),
)
SCOPES: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    st.sampled_from([facet.value for facet in Facet]), st.sampled_from(["adult", "x", "y", "x|y"]), max_size=2
)


def topics(rule: Rule) -> list[str | None]:
    """Objects that the rule's options name, and one that they do not."""
    named = [rule.options.get(key) for key in ("category", "advice", "object", "unlabelled")]
    return [None, "other", *rule.options.get("objects", ()), *(name for name in named if name)]


def kinds(rule: Rule) -> list[Kind]:
    assert rule.kind is not None
    further = [*rule.options.get("beside", ()), *filter(None, [rule.options.get("upper")])]
    return [rule.kind, *map(Kind, further)]


@st.composite
def claims(draw: st.DrawFn, rule: Rule, values: st.SearchStrategy[Any] = VALUES) -> list[Claim]:
    """Claims at places of their own, in up to three documents of two sections each."""
    return [
        claim(
            draw(values),
            kind=draw(st.sampled_from(kinds(rule))),
            object=draw(st.sampled_from(topics(rule))),
            at=at,
            path=draw(st.sampled_from(["a.md", "b.md", "c.md"])),
            block=draw(st.sampled_from([1, 2])),
            qualifier=draw(st.sampled_from(Qualifier)),
            strength=draw(st.sampled_from(Strength)),
            section=draw(st.sampled_from([None, "contraindication"])),
            **draw(SCOPES),
        )
        for at in range(draw(st.integers(0, 7)))
    ]


def compare(rule: Rule, drug: DrugGroup) -> list[Conflict]:
    comparator = COMPARATORS[rule.comparator]
    assert rule.kind is not None
    return list(comparator.compare(drug, rule.kind, comparator.options.model_validate(rule.options)))


def same(one: list[Conflict], two: list[Conflict]) -> bool:
    return len(one) == len(two) and all(conflict in two for conflict in one)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@settings(max_examples=40)
@given(data=st.data())
def test_the_order_of_claims_and_documents_changes_nothing(rule: Rule, data: st.DataObject) -> None:
    drawn = data.draw(claims(rule))
    drug = group(*drawn)
    shuffled = DrugGroup(drug.subject, drug.documents[::-1], tuple(data.draw(st.permutations(drawn))))
    found = compare(rule, drug)
    assert same(found, compare(rule, shuffled))
    for conflict in found:
        places = [*conflict.left, *conflict.right]
        assert conflict.left
        assert len(places) == len(set(places))


@pytest.mark.parametrize(
    "rule", [r for r in RULES if r.comparator not in OMISSIONS], ids=lambda rule: rule.id
)
@settings(max_examples=40)
@given(data=st.data())
def test_claims_of_one_value_never_conflict(rule: Rule, data: st.DataObject) -> None:
    value = data.draw(VALUES)
    assert compare(rule, group(*data.draw(claims(rule, st.just(value))))) == []
