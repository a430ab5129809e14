"""Which rules a run uses, and how the configuration changes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from monolint.domain.finding import Failure
from monolint.engine.closest import did_you_mean
from monolint.engine.errors import SetupErrors
from monolint.engine.rule_names import is_chosen
from monolint.engine.rule_options import option_failures
from monolint.engine.settings import Settings
from monolint.rules import RuleErrors, builtin_directory, load_rules
from monolint.rules.model import Rule


def chosen_rules(settings: Settings) -> tuple[Rule, ...]:
    """The rules that are selected, not ignored and not off, with configured severities and options.

    Raises SetupErrors with every rule that would not load and every id that no rule has.
    """
    rules = all_rules(settings)
    errors = [*_unknown(rules, settings), *_wrong_options(rules, settings)]
    if errors:
        raise SetupErrors(errors)
    return tuple(_configured(rule, settings) for rule in rules if is_chosen(rule.id, settings))


def all_rules(settings: Settings) -> tuple[Rule, ...]:
    """The built-in rules and those of the configured folders, as their files have them.

    Raises SetupErrors with every rule that would not load.
    """
    missing = [folder for folder in settings.rule_directories if not folder.is_dir()]
    if missing:
        raise SetupErrors(_no_folder(folder, settings) for folder in missing)
    return rules_in((builtin_directory(), *settings.rule_directories))


def rules_in(directories: Sequence[Path]) -> tuple[Rule, ...]:
    """The rules of folders of rule files. Raises SetupErrors with every rule that would not load."""
    try:
        return load_rules(directories)
    except RuleErrors as error:
        raise SetupErrors(error.errors) from error


def _no_folder(folder: Path, settings: Settings) -> Failure:
    return Failure(settings.origin, f'"rules" names {folder}, which is no directory', "check the path")


def _configured(rule: Rule, settings: Settings) -> Rule:
    severity = settings.configuration.severity.get(rule.id, rule.severity)
    options = {**rule.options, **settings.configuration.options.get(rule.id, {})}
    return rule.model_copy(update={"severity": severity, "options": options})


def _wrong_options(rules: Sequence[Rule], settings: Settings) -> Iterator[Failure]:
    for rule in rules:
        options = settings.configuration.options.get(rule.id)
        if options is not None:
            yield from option_failures(rule, options, settings.origin)


def _unknown(rules: Sequence[Rule], settings: Settings) -> Iterator[Failure]:
    known = [rule.id for rule in rules]
    named = [("select", settings.select), ("ignore", settings.ignore)]
    for key, patterns in named:
        for pattern in patterns:
            if not any(fnmatchcase(rule, pattern) for rule in known):
                yield Failure(
                    settings.origin, f'"{key}": no rule is called "{pattern}"', _hint(pattern, known)
                )
    for key, table in (
        ("severity", settings.configuration.severity),
        ("options", settings.configuration.options),
    ):
        for rule in sorted(table.keys() - set(known)):
            yield Failure(settings.origin, f'"{key}": no rule is called "{rule}"', _hint(rule, known))


def _hint(word: str, known: Sequence[str]) -> str:
    return did_you_mean(word, known) or "see: monolint rules"
