"""What a rule compares, and the options of it that the configuration changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from monolint.comparing.registry import COMPARATORS
from monolint.domain.finding import Failure
from monolint.engine.closest import did_you_mean
from monolint.engine.config_errors import expected, given
from monolint.rules.model import Rule


def comparison(rule: Rule) -> str:
    """In plain words, what the comparator of `rule` compares."""
    comparator = COMPARATORS.get(rule.comparator)
    return comparator.summary if comparator else "The form of one document."


def option_failures(rule: Rule, options: Mapping[str, Any], origin: str) -> list[Failure]:
    """What is wrong with `options` laid over those of `rule`; `origin` names the configuration."""
    comparator = COMPARATORS.get(rule.comparator)
    if comparator is None:
        return [Failure(origin, f'"options.{rule.id}": this rule has no options', "remove the table")]
    try:
        comparator.options.model_validate({**rule.options, **options})
    except ValidationError as error:
        return [
            _failure(
                f"options.{rule.id}.{'.'.join(map(str, detail['loc']))}", detail, comparator.options, origin
            )
            for detail in error.errors(include_url=False)
        ]
    return []


def _failure(key: str, detail: Any, model: type[BaseModel], origin: str) -> Failure:
    if detail["type"] == "extra_forbidden":
        hint = did_you_mean(str(detail["loc"][-1]), model.model_fields) or "this rule has no options"
        return Failure(origin, f'unknown key "{key}"', hint)
    return Failure(origin, f'"{key}" is {given(detail["input"])}', f"expected {expected(detail)}")
