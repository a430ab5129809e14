"""`monolint rules` and `monolint rules test`."""

from __future__ import annotations

from pathlib import Path

import click

from monolint.cli.options import config_option, setup_errors_told, write


@click.group(invoke_without_command=True)
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@config_option
@click.pass_context
def rules(context: click.Context, output_format: str, config: Path | None) -> None:
    """List the rules, built-in and configured."""
    if context.invoked_subcommand is not None:
        return
    from monolint.engine.rule_choice import all_rules
    from monolint.engine.settings import resolve_settings
    from monolint.reporting import rules_list

    with setup_errors_told():
        found = all_rules(resolve_settings((), Path.cwd(), config=config))
    write(rules_list.render_json(found) if output_format == "json" else rules_list.render_text(found))


@rules.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
def test(directory: Path) -> None:
    """Run the examples of every rule file in DIR.

    Exit code 0: all come out as they say; 1: some do not; 2: a rule file would not load.
    """
    from monolint.engine.rule_choice import rules_in
    from monolint.reporting import example_results
    from monolint.rules import run_examples

    with setup_errors_told():
        results = run_examples(rules_in((directory,)))
    write(example_results.render(results))
    raise click.exceptions.Exit(1 if any(result.problem for result in results) else 0)
