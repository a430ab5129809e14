"""Rule files: loading, validating and running them."""

from monolint.domain.group import DrugGroup
from monolint.rules.examples import ExampleResult, run_examples
from monolint.rules.failures import RuleErrors
from monolint.rules.loading import builtin_directory, load_rule, load_rules
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
    "run_examples",
    "run_rules",
]
