"""Every example of every built-in rule comes out as the rule says."""

from __future__ import annotations

from functools import cache
from typing import Literal

import pytest

from monolint.rules import ExampleResult, Rule, builtin_directory, load_rules, run_examples
from monolint.rules.model import Example


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


def _none_rule(kind: str, example: Example) -> Rule:
    """The rule of explicit nothings with one of its examples replaced."""
    rule = next(rule for rule in _rules() if rule.id == "contraindications-none")
    return rule.model_copy(update={"examples": rule.examples.model_copy(update={kind: (example,)})})


def _problem(kind: str, text: str, severity: Literal["error", "warning"] = "error") -> str:
    example = Example(name="mine", documents={"a.md": text}, severity=severity)
    results = run_examples([_none_rule(kind, example)])
    return next(result.problem for result in results if result.example == "mine")


NONE = "# Exemplin\n\n## Contraindications\n\nNone.\n\n## Warnings\n\n"
ASTHMA, GOUT = "Contraindicated in asthma.\n", "\nContraindicated in gout.\n"


def test_an_example_that_comes_out_as_the_rule_says_has_no_problem() -> None:
    assert _problem("conflict", NONE + ASTHMA) == ""
    assert _problem("agree", NONE) == ""


def test_a_wrong_example_is_told() -> None:
    assert _problem("conflict", NONE) == "does not fire"
    assert _problem("conflict", NONE + ASTHMA, "warning") == "is error, not warning"
    assert _problem("conflict", NONE + ASTHMA + GOUT).startswith("fires more than once: ")
    assert _problem("agree", NONE + ASTHMA).startswith("fires although it should not: ")
