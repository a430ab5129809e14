"""The shape of the configuration, checked by pydantic."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ByteSize, ConfigDict, Field

DEFAULT_MAX_FILE_SIZE = 10_000_000

SeverityName = Literal["error", "warning", "info"]
NonEmpty = Annotated[str, Field(min_length=1)]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _Table(BaseModel):
    # Without a configuration nothing is validated, so nothing needs to be built at start-up.
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_kebab, defer_build=True)


class Source(_Table):
    """A body of documents that speaks with one voice: a publisher, a site, an edition.

    `include` and `exclude` are patterns as in .gitignore, relative to the configuration's folder.
    """

    name: NonEmpty
    include: tuple[NonEmpty, ...] = Field(min_length=1)
    exclude: tuple[NonEmpty, ...] = ()
    jurisdiction: str | None = None
    audience: str | None = None
    date: datetime.date | None = None
    trust: Literal["reference", "standard"] = "standard"


class Configuration(_Table):
    """`[tool.monolint]` of pyproject.toml, or monolint.toml."""

    sources: tuple[Source, ...] = ()
    aliases: dict[str, tuple[NonEmpty, ...]] = Field(default_factory=dict)
    rules: tuple[NonEmpty, ...] = ()
    severity: dict[str, Literal["error", "warning", "info", "off"]] = Field(default_factory=dict)
    options: dict[str, dict[str, Any]] = Field(default_factory=dict)
    select: tuple[NonEmpty, ...] = ()
    ignore: tuple[NonEmpty, ...] = ()
    min_severity: SeverityName | None = None
    fail_on: Literal["error", "warning", "info", "never"] = "warning"
    exclude: tuple[NonEmpty, ...] = ()
    max_file_size: Annotated[ByteSize, Field(gt=0)] = ByteSize(DEFAULT_MAX_FILE_SIZE)


def default_configuration() -> Configuration:
    """What a run goes by when nothing is configured."""
    return Configuration.model_construct()
