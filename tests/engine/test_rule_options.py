from __future__ import annotations

from monolint.comparing.registry import COMPARATORS
from monolint.engine.rule_options import comparison, option_failures

from .stages import rule


def test_a_comparator_says_what_it_compares() -> None:
    name, comparator = next(iter(sorted(COMPARATORS.items())))
    assert comparison(rule("x").model_copy(update={"comparator": name})) == comparator.summary
    assert comparison(rule("x")) == "The form of one document."


def test_unknown_options_are_named() -> None:
    for name in sorted(COMPARATORS):
        some = rule("x").model_copy(update={"comparator": name})
        failures = option_failures(some, {"nonsense-option": 1}, "monolint.toml")
        assert 'unknown key "options.x.nonsense-option"' in {failure.message for failure in failures}
        assert all(failure.path == "monolint.toml" and failure.hint for failure in failures)
