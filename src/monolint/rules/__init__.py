"""Rule files: loading, validating and running them.

What is named here is imported when it is asked for, so that a run over findings that are kept loads neither
the rules nor what they are checked with.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from monolint.rules.builtin import builtin_directory, rule_files

if TYPE_CHECKING:
    from monolint.domain.group import DrugGroup
    from monolint.rules.examples import ExampleResult, run_examples
    from monolint.rules.failures import RuleErrors
    from monolint.rules.loading import load_rule, load_rules
    from monolint.rules.model import Rule
    from monolint.rules.running import run_rules

__all__ = [
    "DrugGroup",
    "ExampleResult",
    "Rule",
    "RuleErrors",
    "builtin_directory",
    "load_rule",
    "load_rules",
    "rule_files",
    "run_examples",
    "run_rules",
]

_HOMES = {
    "DrugGroup": "monolint.domain.group",
    "ExampleResult": "monolint.rules.examples",
    "Rule": "monolint.rules.model",
    "RuleErrors": "monolint.rules.failures",
    "load_rule": "monolint.rules.loading",
    "load_rules": "monolint.rules.loading",
    "run_examples": "monolint.rules.examples",
    "run_rules": "monolint.rules.running",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
