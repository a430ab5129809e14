"""The JSON report: its shape, described field by field."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from monolint.domain.claim import Kind

SCHEMA_VERSION = "1"

SeverityName = Literal["error", "warning", "info"]
ConfidenceName = Literal["high", "medium", "low"]


class Described(BaseModel):
    """An object of the contract: no fields but the described ones."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ToolObject(Described):
    """A program and its version."""

    name: Literal["monolint"] = Field(description="Always monolint.")
    version: str = Field(description="The version of monolint that wrote the report.")


class PlaceObject(Described):
    """Characters of a file. Lines and columns are 1-based; columns count code points."""

    path: str = Field(
        description="POSIX path, relative to the configuration's folder, else the git root, else the"
        " working directory; absolute when the file lies outside of it."
    )
    line: int = Field(ge=1, description="Line of the first character.")
    column: int = Field(ge=1, description="Column of the first character.")
    end_line: int = Field(ge=1, description="Line of the end.")
    end_column: int = Field(ge=1, description="Column after the last character.")
    text: str = Field(description="The characters of the file at this place, as they are written.")


class EvidenceObject(PlaceObject):
    """One place of a finding."""

    value: str = Field(description="The normalised value that was read at this place.")
    role: Literal["primary", "other", "copy"] = Field(
        description="What the place is to the finding: one side, the other side, or a copy of one of them."
    )


class FindingObject(Described):
    """A conflict, discrepancy, omission or defect of form, with all its places."""

    rule: str = Field(description="Id of the rule; `monolint explain ID` says why it exists.")
    kind: Kind | None = Field(description="What the claims are about; null for a defect of form.")
    severity: SeverityName = Field(
        description="error: both cannot be true as written. warning: an editor must reconcile them."
        " info: an omission or a difference between lists."
    )
    confidence: ConfidenceName = Field(
        description="How sure it is that the places speak of the same case; apart from the severity."
    )
    subject: str = Field(description="Normalised name of the drug.")
    object: str | None = Field(
        description="What the claim is about inside its kind, such as a condition or a reaction, or null."
    )
    scope: str = Field(
        description="The case both sides speak of, such as a population; empty when none is given."
    )
    message: str = Field(description="One sentence for people.")
    fingerprint: str = Field(
        description="Stable identity: holds no line numbers and no message, and changes when a value changes."
    )
    evidence: tuple[EvidenceObject, ...] = Field(
        min_length=1, description="All places, the primary one first."
    )
    also: tuple[str, ...] = Field(description="Ids of other rules that fired on the same claim.")
    fix: None = Field(description="Kept for a change that would mend the finding; null in this version.")


class UnreadObject(PlaceObject):
    """A passage that should hold a claim but was not understood, so it was compared with nothing."""

    kind: Kind = Field(description="The kind of claim that the passage seems to hold.")
    reason: str = Field(description="Why it was not understood.")


class FailureObject(Described):
    """An input that could not be checked; any of them makes the exit code 2."""

    path: str = Field(description="The file or directory.")
    line: int | None = Field(description="1-based line of the cause, where it is known, or null.")
    message: str = Field(description="What went wrong.")
    hint: str = Field(description="What to do about it; may be empty.")


class ReopenedObject(Described):
    """A known finding that was found in another form."""

    reason: str = Field(description="Why its fingerprint differs, though no value was changed.")
    was: str = Field(description="The fingerprint in the baseline.")
    finding: FindingObject = Field(description="The finding as it is now.")


class StaleObject(Described):
    """An entry of the baseline that no finding answers to any more."""

    subject: str = Field(description="Normalised name of the drug.")
    rule: str = Field(description="Id of the rule.")
    message: str = Field(description="The sentence of the finding when it was recorded.")
    fingerprint: str = Field(description="The fingerprint in the baseline.")


class BaselineObject(Described):
    """What became of the findings that are known."""

    file: str = Field(description="The baseline's file.")
    known: int = Field(ge=0, description="Findings that it silences.")
    reopened: tuple[ReopenedObject, ...] = Field(
        description="Known findings in another form: they are not among the findings."
    )
    stale: tuple[StaleObject, ...] = Field(description="Entries that `monolint baseline update` drops.")


class CountsObject(Described):
    """Counts of findings by severity."""

    error: int = Field(ge=0, description="Findings of severity error.")
    warning: int = Field(ge=0, description="Findings of severity warning.")
    info: int = Field(ge=0, description="Findings of severity info.")


class SummaryObject(Described):
    """Counts of a run."""

    documents: int = Field(ge=0, description="Documents about a drug that were read.")
    skipped: int = Field(ge=0, description="Files that are empty or name no drug.")
    claims: int = Field(ge=0, description="Claims that were read in all documents.")
    unread: int = Field(ge=0, description="Passages that should hold a claim but were not understood.")
    before: int | None = Field(
        description="Findings that were there before the change that was asked about; else null."
    )
    findings: CountsObject = Field(
        description="Findings of the run, those included that --min-severity leaves out of the list."
    )


class ReportObject(Described):
    """What `monolint check --output-format json` prints."""

    schema_version: Literal["1"] = Field(description="Version of this contract.")
    tool: ToolObject = Field(description="The program that wrote the report.")
    findings: tuple[FindingObject, ...] = Field(
        description="By subject, worst first, then by path, line and column of the primary place."
    )
    unread: tuple[UnreadObject, ...] = Field(description="Passages that were not understood, by place.")
    baseline: BaselineObject | None = Field(description="The known findings, or null without a baseline.")
    errors: tuple[FailureObject, ...] = Field(description="Inputs that could not be checked.")
    summary: SummaryObject = Field(description="Numbers of the whole run.")
