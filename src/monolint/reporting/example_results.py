"""How the examples of rules came out."""

from __future__ import annotations

from collections.abc import Sequence

from monolint.reporting.wording import counted, one_line
from monolint.rules.examples import ExampleResult


def render(results: Sequence[ExampleResult]) -> str:
    """One line for every example that did not come out as it says, and a line of counts."""
    failed = [result for result in results if result.problem]
    lines = [
        f'{result.rule}: {result.expected} example "{result.example}" {one_line(result.problem)}'
        for result in failed
    ]
    rules = len({result.rule for result in results})
    counts = f"{counted(len(results), 'example')} of {counted(rules, 'rule')}: "
    return "\n".join([*lines, counts + (f"{len(failed)} failed" if failed else "all passed")]) + "\n"
