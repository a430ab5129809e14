"""Reading rule files and checking everything that can be checked before a run."""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from pydantic import ValidationError

from monolint.comparing.registry import COMPARATORS
from monolint.domain.finding import Failure
from monolint.form.registry import CHECKS
from monolint.rules.builtin import rule_files
from monolint.rules.failures import RuleErrors
from monolint.rules.model import FORM, Rule
from monolint.rules.nodes import line_of, parsed
from monolint.rules.wording import FIELDS

_Part = tuple[str, str | None, str | None, str | None]
"""A field of a message with what stands before it, as string.Formatter parses it."""


def load_rules(directories: Sequence[Path]) -> tuple[Rule, ...]:
    """All rules of the given folders, ordered by id.

    Raises RuleErrors with every defect of every file: not readable, not YAML, an unknown, repeated or
    missing field, a wrong option, an unknown comparator or message field, an id that is used twice.
    """
    rules: dict[str, Rule] = {}
    errors: list[Failure] = []
    for path in _rule_files(directories, errors):
        try:
            rule = load_rule(path)
        except RuleErrors as failed:
            errors.extend(failed.errors)
            continue
        if rule.id in rules:
            errors.append(
                Failure(str(path), f"id: {rule.id!r} is already the id of another rule", "choose another id")
            )
        rules[rule.id] = rule
    if errors:
        raise RuleErrors(errors)
    return tuple(rules[key] for key in sorted(rules))


def _rule_files(directories: Sequence[Path], errors: list[Failure]) -> Iterator[Path]:
    for directory in directories:
        if not directory.is_dir():
            errors.append(
                Failure(str(directory), "no such folder of rules", "name a folder that holds rule files")
            )
            continue
        yield from rule_files(directory)


def load_rule(path: Path) -> Rule:
    """The rule of one file; raises RuleErrors."""
    try:
        text = path.read_text(encoding="utf-8")
        data, repeated = parsed(text)
    except (OSError, UnicodeDecodeError) as error:
        raise RuleErrors(
            [Failure(str(path), f"cannot be read: {error}", "rule files are UTF-8 text")]
        ) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        line = mark.line + 1 if mark else None
        raise RuleErrors([Failure(str(path), f"is not YAML: {problem}", "mend the syntax", line)]) from error
    errors = [
        Failure(str(path), f"{field}: is given twice", "keep one of the two", line)
        for field, line in repeated
    ]
    try:
        rule = Rule.model_validate(data)
    except ValidationError as error:
        raise RuleErrors([*errors, *_failures(path, text, (), error)]) from error
    errors += [*_comparator_errors(path, text, rule), *_message_errors(path, text, rule)]
    if rule.id != path.stem:
        errors.append(Failure(str(path), f"id: {rule.id!r} is not the name of the file", "name both alike"))
    if errors:
        raise RuleErrors(errors)
    return rule


def _comparator_errors(path: Path, text: str, rule: Rule) -> Iterator[Failure]:
    if rule.comparator == FORM:
        if rule.kind is not None or rule.severity == "error":
            yield Failure(str(path), "kind: a form rule has no kind and is never an error", "use kind: null")
        check = rule.options.get("check")
        if not isinstance(check, str) or check not in CHECKS or len(rule.options) != 1:
            known = ", ".join(sorted(CHECKS))
            yield Failure(
                str(path),
                "options.check: not a form check",
                f"use one of: {known}",
                line_of(text, ("options",)),
            )
        return
    comparator = COMPARATORS.get(rule.comparator)
    if comparator is None:
        known = ", ".join(sorted([FORM, *COMPARATORS]))
        line = line_of(text, ("comparator",))
        yield Failure(
            str(path), f"comparator: {rule.comparator!r} is not known", f"use one of: {known}", line
        )
        return
    if rule.kind is None:
        yield Failure(str(path), "kind: a rule that compares claims needs one", "name the kind of claim")
    try:
        comparator.options.model_validate(rule.options)
    except ValidationError as error:
        yield from _failures(path, text, ("options",), error)


def _message_errors(path: Path, text: str, rule: Rule) -> Iterator[Failure]:
    try:
        parts = [part for part in string.Formatter().parse(rule.message) if part[1] is not None]
    except ValueError as error:
        yield Failure(str(path), f"message: {error}", "write {field} with one of the known fields")
        return
    for message, hint in _field_errors(parts):
        yield Failure(str(path), f"message: {message}", hint, line_of(text, ("message",)))


def _field_errors(
    parts: Sequence[tuple[str, str | None, str | None, str | None]],
) -> Iterator[tuple[str, str]]:
    """What is wrong with the fields of a message, and what to write instead."""
    for name in sorted({str(name) for _, name, _, _ in parts} - FIELDS):
        yield f"no field {{{name}}}", f"use one of: {', '.join(sorted(FIELDS))}"
    for _, field, format_spec, conversion in parts:
        if field in FIELDS and (format_spec or conversion):
            yield f"{{{field}}} is formatted", f"write {{{field}}} alone"


def _failures(path: Path, text: str, prefix: tuple[str, ...], error: ValidationError) -> list[Failure]:
    found = []
    for detail in error.errors(include_url=False):
        where = (*prefix, *detail["loc"])
        field = ".".join(str(part) for part in where) or "the file"
        given = f" (given: {detail['input']!r})" if isinstance(detail.get("input"), str | int | bool) else ""
        hint = "see `monolint explain` for a rule that works"
        found.append(Failure(str(path), f"{field}: {detail['msg']}{given}", hint, line_of(text, where)))
    return found
