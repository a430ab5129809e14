"""The list of rules, as a table or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from monolint.rules.model import Rule


def render_text(rules: Sequence[Rule]) -> str:
    """One line a rule: id, severity, kind, title."""
    rows = [(rule.id, rule.severity, rule.kind or "form", rule.title) for rule in rules]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    return "".join(
        "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3])) + "\n"
        for row in rows
    )


def render_json(rules: Sequence[Rule]) -> str:
    """A list of objects with id, severity, kind (null for a rule about form) and title."""
    rows = [
        {"id": rule.id, "severity": rule.severity, "kind": rule.kind, "title": rule.title} for rule in rules
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"
