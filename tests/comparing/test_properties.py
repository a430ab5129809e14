"""What holds for every comparator, with the options of the built-in rules."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monolint.comparing.interface import Conflict
from monolint.comparing.registry import COMPARATORS
from monolint.domain.group import DrugGroup
from monolint.rules import Rule, builtin_directory, load_rules

from .claims import group
from .strategies import claims, values

RULES = [rule for rule in load_rules([builtin_directory()]) if rule.comparator in COMPARATORS]
OMISSIONS = {"scheme-missing", "missing-statement", "object-difference"}


def compare(rule: Rule, drug: DrugGroup) -> list[Conflict]:
    comparator = COMPARATORS[rule.comparator]
    assert rule.kind is not None
    return list(comparator.compare(drug, rule.kind, comparator.options.model_validate(rule.options)))


def same(one: list[Conflict], two: list[Conflict]) -> bool:
    return len(one) == len(two) and all(conflict in two for conflict in one)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@settings(max_examples=40, deadline=None)
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
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_claims_of_one_value_never_conflict(rule: Rule, data: st.DataObject) -> None:
    value = data.draw(values(rule))
    assert compare(rule, group(*data.draw(claims(rule, st.just(value))))) == []
