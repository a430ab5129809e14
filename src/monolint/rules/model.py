"""The shape of a rule file, checked by pydantic."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from monolint.domain.claim import Kind

FORM = "form"
"""The comparator of rules that look at the form of one document."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(_Strict):
    """A case of a rule: one or more small documents, and why they conflict or agree.

    `documents` maps a file name to its text; all of them are about one drug.
    """

    name: str
    documents: dict[str, str]
    severity: Literal["error", "warning", "info"] | None = None


class Examples(_Strict):
    conflict: tuple[Example, ...] = Field(min_length=1)
    agree: tuple[Example, ...] = Field(min_length=1)


class Rule(_Strict):
    """A rule: what it compares, how bad a conflict is, and cases of both.

    `severity` is the worst that its findings can be: a contradiction is an error, a discrepancy a
    warning, an omission an info. `message` is one plain sentence with fields such as {a} and {b}.
    `refuses` says in plain words what the rule does not compare.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    why: str
    kind: Kind | None
    severity: Literal["error", "warning", "info"]
    comparator: str
    options: dict[str, Any] = Field(default_factory=dict)
    message: str
    refuses: tuple[str, ...] = ()
    examples: Examples
