"""`monolint explain`."""

from __future__ import annotations

from pathlib import Path

import click

from monolint.cli.options import (
    color_option,
    config_option,
    setup_errors_told,
    terminal_width,
    wants_colour,
    write,
)


@click.command()
@click.argument("rule_id", metavar="ID")
@config_option
@color_option
def explain(rule_id: str, config: Path | None, color: str) -> None:
    """Explain the rule ID: why it exists, what it compares, what it does not, with examples."""
    from monolint.engine.closest import did_you_mean
    from monolint.engine.rule_choice import all_rules
    from monolint.engine.rule_options import comparison
    from monolint.engine.settings import resolve_settings
    from monolint.reporting import explanation

    with setup_errors_told():
        rules = {rule.id: rule for rule in all_rules(resolve_settings((), Path.cwd(), config=config))}
    if rule_id not in rules:
        hint = did_you_mean(rule_id, rules) or "see: monolint rules"
        raise click.UsageError(f'no rule is called "{rule_id}"; {hint}')
    rule = rules[rule_id]
    text = explanation.render(rule, comparison(rule), width=terminal_width(), colour=wants_colour(color))
    write(text)
