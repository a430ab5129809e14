"""pydantic's errors about a configuration, said in the words of the person who wrote it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from monolint.domain.finding import Failure
from monolint.engine.closest import did_you_mean
from monolint.engine.config_tables import ConfigurationTable, SourceTable

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Location = tuple[int | str, ...]

_EXPECTED = {
    "string_type": "a string",
    "tuple_type": "a list of strings",
    "dict_type": "a table",
    "model_type": "a table",
    "byte_size": 'a number of bytes or a size such as "10 MB"',
    "byte_size_unit": 'a number of bytes or a size such as "10 MB"',
    "greater_than": "a number above 0",
    "string_too_short": "a string that is not empty",
    "too_short": "a list that is not empty",
    "date_type": "a date such as 2024-05-01",
    "date_from_datetime_parsing": "a date such as 2024-05-01",
    "date_parsing": "a date such as 2024-05-01",
}


def failures(error: ValidationError, path: str, prefix: str = "") -> tuple[Failure, ...]:
    """Every defect of a configuration, each with its dotted key, what was given and what is expected.

    `prefix` stands before the keys ("tool.monolint.").
    """
    return tuple(_failure(detail, path, prefix) for detail in error.errors(include_url=False))


def _failure(detail: ErrorDetails, path: str, prefix: str) -> Failure:
    location = detail["loc"]
    key = prefix + dotted(location)
    if location == ("tool",):
        return Failure(
            path, f'unknown key "{key}"', "in monolint.toml the keys stand without [tool.monolint]"
        )
    if detail["type"] == "extra_forbidden":
        return Failure(path, f'unknown key "{key}"', did_you_mean(str(location[-1]), _keys_beside(location)))
    if detail["type"] == "missing":
        return Failure(path, f'"{key}" is missing', f"a source needs {_needed(SourceTable)}")
    return Failure(path, f'"{key}" is {given(detail["input"])}', f"expected {expected(detail)}")


def dotted(location: Location) -> str:
    """("sources", 0, "name") as people write it: sources[0].name."""
    key = ""
    for step in location:
        if isinstance(step, int):
            key += f"[{step}]"
        else:
            key += f".{step}" if key else step
    return key


def _keys_beside(location: Location) -> list[str]:
    model: type[BaseModel] = (
        SourceTable if location[0] == "sources" and len(location) > 1 else ConfigurationTable
    )
    return [field.alias or name for name, field in model.model_fields.items()]


def _needed(model: type[BaseModel]) -> str:
    return " and ".join(
        field.alias or name for name, field in model.model_fields.items() if field.is_required()
    )


def given(value: object) -> str:
    """A value as the message names it: the string "x", the number 3."""
    if value in ("", [], {}):
        return {"": "an empty string", "[]": "an empty list", "{}": "an empty table"}[str(value)]
    kinds = {bool: "the boolean", int: "the number", float: "the number", str: "the string", list: "the list"}
    kind = kinds.get(type(value), "the table" if isinstance(value, dict) else "the value")
    text = json.dumps(value, ensure_ascii=False, default=str)
    return f"{kind} {text if len(text) <= 60 else text[:57] + '...'}"


def expected(detail: ErrorDetails) -> str:
    """What pydantic wanted, for people."""
    if detail["type"] == "literal_error":
        return "one of " + str(detail["ctx"]["expected"]).replace(" or ", ", ").replace("'", '"')
    message = detail["msg"]
    return _EXPECTED.get(detail["type"], message[:1].lower() + message[1:])
