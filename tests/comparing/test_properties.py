"""What holds for every comparator, with the options of the built-in rules."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monolint.comparing.interface import Conflict
from monolint.comparing.registry import COMPARATORS
from monolint.domain.claim import (
    Category,
    Claim,
    Facet,
    Kind,
    Nothing,
    Qualifier,
    Quantity,
    Stance,
    Strength,
    Terms,
)
from monolint.domain.group import DrugGroup
from monolint.rules import Rule, builtin_directory, load_rules

from .claims import claim, group

RULES = [rule for rule in load_rules([builtin_directory()]) if rule.comparator in COMPARATORS]
OMISSIONS = {"scheme-missing", "missing-statement", "object-difference"}
FIGURES = st.tuples(st.integers(1, 9), st.integers(0, 2)).map(
    lambda pair: Quantity(Decimal(pair[0]), Decimal(sum(pair)), "mg")
)
STANCES = st.sampled_from(Stance)
LETTERS = st.builds(
    Category, st.sampled_from([None, "FDA"]), st.frozensets(st.sampled_from("BCDX"), min_size=1, max_size=2)
)
LISTS = st.frozensets(st.sampled_from(["rash", "cough", "severe rash"]), min_size=1).map(Terms)
ANYTHING = FIGURES | STANCES | LETTERS | LISTS | st.just(Nothing())
FITTING: dict[str, st.SearchStrategy[Any]] = {
    "quantities": FIGURES,
    "order": FIGURES,
    "floor": FIGURES,
    "stances": STANCES,
    "categories": LETTERS,
    "category-against-advice": LETTERS | STANCES,
    "scheme-missing": LETTERS,
    "list-difference": LISTS,
    "none-against-stated": st.sampled_from([Nothing(), Stance.CONTRAINDICATED, Stance.AVOID]),
    "object-difference": st.sampled_from([Nothing(), Stance.CONTRAINDICATED, Stance.MONITOR]),
}
"""Values that a comparator looks at; those that are not named look at several."""
CASES: st.SearchStrategy[dict[str, Any]] = st.just({}) | st.dictionaries(
    st.sampled_from([facet.value for facet in Facet]), st.sampled_from(["adult", "x", "y", "x|y"]), max_size=2
)


def topics(rule: Rule) -> list[str | None]:
    """Objects that the rule's options name, or else some that they do not."""
    options = rule.options
    named = [*options.get("objects", ()), *(options.get(key) for key in ("category", "advice", "object"))]
    return [name for name in named if name] or [None, "one", options.get("unlabelled", "other")]


def kinds(rule: Rule) -> list[Kind]:
    assert rule.kind is not None
    further = [*rule.options.get("beside", ()), *filter(None, [rule.options.get("upper")])]
    return [rule.kind, *map(Kind, further)]


@st.composite
def claims(draw: st.DrawFn, rule: Rule, values: st.SearchStrategy[Any]) -> list[Claim]:
    """Claims at places of their own, in up to two documents of three sections each."""
    fitting = st.sampled_from(rule.options.get("qualifiers", [Qualifier.USUAL])) | st.sampled_from(Qualifier)
    return [
        claim(
            draw(values),
            kind=draw(st.sampled_from(kinds(rule))),
            object=draw(st.sampled_from(topics(rule))),
            at=at,
            path=draw(st.sampled_from(["a.md", "b.md"])),
            block=draw(st.integers(1, 3)),
            qualifier=Qualifier(draw(fitting)),
            strength=draw(st.sampled_from(Strength)),
            section=draw(st.sampled_from([None, "contraindication"])),
            **draw(CASES),
        )
        for at in range(draw(st.integers(2, 7)))
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
    drawn = data.draw(claims(rule, FITTING.get(rule.comparator, ANYTHING)))
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
    value = data.draw(FITTING.get(rule.comparator, ANYTHING))
    assert compare(rule, group(*data.draw(claims(rule, st.just(value))))) == []
