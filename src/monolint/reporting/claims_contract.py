"""The JSON of `monolint claims`: its shape, described field by field."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from monolint.domain.claim import Kind
from monolint.reporting.contract import Described, FailureObject, PlaceObject, ToolObject, UnreadObject


class ClaimObject(PlaceObject):
    """One statement of a document, as it was read."""

    kind: Kind = Field(description="What the claim is about.")
    object: str | None = Field(description="What it is about inside its kind, or null.")
    scope: dict[str, tuple[str, ...]] = Field(description="The case it speaks of: facet to alternatives.")
    value: str = Field(description="The normalised value.")
    qualifier: str = Field(description="Which of several figures or advices it gives: usual, maximum ...")
    strength: Literal["plain", "hedged"] = Field(description="Whether it is made outright or hedged.")
    section: str | None = Field(description="Canonical key of the section it stands in, or null.")


class DocumentObject(Described):
    """One document about a drug."""

    path: str = Field(description="POSIX path, as in the report of `monolint check`.")
    subject: str = Field(description="Normalised name of the drug.")
    source: str | None = Field(description="The configured source it belongs to, or null.")
    claims: tuple[ClaimObject, ...] = Field(description="What it claims, in order of place.")
    unread: tuple[UnreadObject, ...] = Field(description="Passages that were not understood.")


class ClaimsObject(Described):
    """What `monolint claims --output-format json` prints."""

    schema_version: Literal["1"] = Field(description="Version of this contract.")
    tool: ToolObject = Field(description="The program that wrote this.")
    documents: tuple[DocumentObject, ...] = Field(description="The documents, in order of path.")
    errors: tuple[FailureObject, ...] = Field(description="Inputs that could not be read.")
