"""SARIF 2.1.0, for code scanning: every rule with its reason, every finding with all its places.

The shape is that of https://docs.oasis-open.org/sarif/sarif/v2.1.0/; a test validates it by the OASIS schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from monolint import __version__
from monolint.domain.finding import Confidence, Evidence, Failure, Finding, Report, Role, Severity
from monolint.reporting.columns import Lines, utf16_column
from monolint.reporting.json_text import dumped
from monolint.reporting.wording import failure_line, one_line, printable
from monolint.rules.model import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_FINGERPRINT = "monolint/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# SARIF ranks from 0 to 100 how much a result is worth a look: the sureness that it is one.
_RANKS = {Confidence.HIGH: 90.0, Confidence.MEDIUM: 60.0, Confidence.LOW: 30.0}
_SIDES = {Role.PRIMARY: "One side", Role.OTHER: "The other side", Role.COPY: "A copy"}
_LINK = re.compile(r"[\\\[\]]")

Object = dict[str, Any]


def render(
    report: Report, min_severity: Severity = Severity.INFO, *, rules: Sequence[Rule] = (), lines: Lines
) -> str:
    """The findings at or above `min_severity`, with `rules` described; `lines` as columns.py says."""
    findings = report.at_least(min_severity)
    described = [_rule(rule) for rule in rules]
    index = {rule.id: number for number, rule in enumerate(rules)}
    run: Object = {
        "tool": {"driver": {"name": "monolint", "version": __version__, "rules": described}},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the checked repository."}}},
        "invocations": [_invocation(report.failures)],
        "results": [_result(finding, index, lines) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return dumped(log)


def _rule(rule: Rule) -> Object:
    refused = "".join(f"\n- {text}" for text in rule.refuses)
    not_compared = f"\n\nNot compared:\n{refused}" if refused else ""
    help_text = f"{rule.why.strip()}{not_compared}"
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why.strip()},
        "help": {"text": help_text, "markdown": f"**{rule.title}**\n\n{help_text}"},
        "defaultConfiguration": {"level": _LEVELS[Severity[rule.severity.upper()]]},
        "properties": {"tags": [rule.kind or "form"]},
    }


def _invocation(failures: Iterable[Failure]) -> Object:
    told = [{"level": "error", "message": {"text": failure_line(failure)}} for failure in failures]
    return {"executionSuccessful": not told, "toolExecutionNotifications": told}


def _result(finding: Finding, index: dict[str, int], lines: Lines) -> Object:
    primary, *others = finding.evidence
    result: Object = {"ruleId": finding.rule}
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    result |= {
        "level": _LEVELS[finding.severity],
        "rank": _RANKS[finding.confidence],
        "message": {"text": _message(finding, others)},
        "locations": [_location(primary, lines)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "properties": _properties(finding),
    }
    if others:
        result["relatedLocations"] = [
            {"id": number, **_location(evidence, lines), "message": {"text": _said(evidence)}}
            for number, evidence in enumerate(others, start=1)
        ]
    return result


def _message(finding: Finding, others: Sequence[Evidence]) -> str:
    """The sentence of the finding with links to its other places, which viewers open."""
    links = ", ".join(
        f"[{_plain(evidence.path)}:{evidence.start.line}]({number})"
        for number, evidence in enumerate(others, start=1)
    )
    message = _plain(finding.message)
    return f"{message.removesuffix('.')}. See {links}." if links else message


def _plain(text: str) -> str:
    """Text of a document in a message, where square brackets would make a link."""
    return _LINK.sub(r"\\\g<0>", one_line(text))


def _said(evidence: Evidence) -> str:
    return f"{_SIDES[evidence.role]}: {_plain(evidence.value)}"


def _properties(finding: Finding) -> Object:
    given = {
        "confidence": finding.confidence.label,
        "subject": printable(finding.subject),
        "object": printable(finding.object or ""),
        "scope": printable(finding.scope),
        "also": list(finding.also),
    }
    return {name: value for name, value in given.items() if value}


def _location(evidence: Evidence, lines: Lines) -> Object:
    artifact: Object = {"uri": quote(evidence.path, safe="/")}
    if PurePosixPath(evidence.path).is_absolute():
        artifact["uri"] = f"file://{artifact['uri']}"
    else:
        artifact["uriBaseId"] = _ROOT
    region = {
        "startLine": evidence.start.line,
        "startColumn": utf16_column(lines, evidence.path, evidence.start),
        "endLine": evidence.end.line,
        "endColumn": utf16_column(lines, evidence.path, evidence.end),
        "snippet": {"text": evidence.text},
    }
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
