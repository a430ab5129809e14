"""The findings that a baseline knows, for people."""

from __future__ import annotations

from itertools import groupby

from monolint.domain.baseline import Baseline
from monolint.reporting.wording import counted, one_line


def render(baseline: Baseline) -> str:
    """The entries by drug, each with its rule and the values of its places, and a line of counts."""
    lines = []
    for subject, group in groupby(baseline.entries, key=lambda entry: entry.subject):
        lines.append(one_line(subject))
        for entry in group:
            lines.append(f"  {entry.severity.label}: {one_line(entry.message)} [{entry.rule}]")
            lines += [f"    {one_line(path)}: {one_line(value)}" for path, value in entry.sides]
    count = counted(len(baseline.entries), "known finding")
    lines.append(f"{count}; written by monolint {one_line(baseline.version)}")
    return "".join(f"{line}\n" for line in lines)
