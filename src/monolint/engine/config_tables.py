"""The tables of `[tool.monolint]` in pyproject.toml, or of monolint.toml, checked by pydantic.

Only a run that has a configuration imports this: pydantic takes as long to start as all else.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ByteSize, ConfigDict, Field

from monolint.engine.config import DEFAULT_MAX_FILE_SIZE, Configuration, SeverityName, Source

NonEmpty = Annotated[str, Field(min_length=1)]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_kebab)


class SourceTable(_Table):
    """One of `[[sources]]`."""

    name: NonEmpty
    include: tuple[NonEmpty, ...] = Field(min_length=1)
    exclude: tuple[NonEmpty, ...] = ()
    jurisdiction: str | None = None
    audience: str | None = None
    date: datetime.date | None = None
    trust: Literal["reference", "standard"] = "standard"


class ConfigurationTable(_Table):
    """The whole table."""

    sources: tuple[SourceTable, ...] = ()
    aliases: dict[str, tuple[NonEmpty, ...]] = Field(default_factory=dict)
    rules: tuple[NonEmpty, ...] = ()
    severity: dict[str, Literal["error", "warning", "info", "off"]] = Field(default_factory=dict)
    options: dict[str, dict[str, Any]] = Field(default_factory=dict)
    select: tuple[NonEmpty, ...] = ()
    ignore: tuple[NonEmpty, ...] = ()
    min_severity: SeverityName | None = None
    fail_on: Literal["error", "warning", "info", "never"] = "warning"
    exclude: tuple[NonEmpty, ...] = ()
    baseline: NonEmpty | None = None
    max_file_size: Annotated[ByteSize, Field(gt=0)] = ByteSize(DEFAULT_MAX_FILE_SIZE)


def validated(table: dict[str, Any]) -> Configuration:
    """The configuration that a table holds. Raises pydantic.ValidationError with every defect."""
    given = dict(ConfigurationTable.model_validate(table))
    sources = tuple(Source(**dict(source)) for source in given.pop("sources"))
    return Configuration(sources=sources, **given)
