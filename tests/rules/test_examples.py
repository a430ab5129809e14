"""Every example of every built-in rule comes out as the rule says."""

from __future__ import annotations

from functools import cache

import pytest

from monolint.rules import ExampleResult, Rule, builtin_directory, load_rules, run_examples


@cache
def _rules() -> tuple[Rule, ...]:
    return load_rules([builtin_directory()])


@cache
def _results() -> tuple[ExampleResult, ...]:
    return run_examples(_rules())


@pytest.mark.parametrize("result", _results(), ids=lambda r: f"{r.rule}: {r.example}")
def test_example(result: ExampleResult) -> None:
    assert result.problem == ""


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.id)
def test_every_rule_has_both_kinds_of_example(rule: Rule) -> None:
    expected = {result.expected for result in _results() if result.rule == rule.id}
    assert expected == {"conflict", "agree"}


def test_a_wrong_example_is_told() -> None:
    rule = next(rule for rule in _rules() if rule.id == "contraindications-none")
    swapped = rule.examples.model_copy(
        update={"conflict": rule.examples.agree, "agree": rule.examples.conflict}
    )
    results = run_examples([rule.model_copy(update={"examples": swapped})])
    assert all(result.problem for result in results)
