"""Stand-ins for the stages between files and findings, so that the engine is tested alone."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from monolint import extraction, reading
from monolint.domain.document import Document, Subject
from monolint.domain.finding import Confidence, Evidence, Finding, Role, Severity
from monolint.domain.group import DrugGroup
from monolint.domain.text import Position, Span
from monolint.engine import comparing_drugs, rule_choice
from monolint.form import inspecting
from monolint.reading import UnreadableFile
from monolint.rules.model import Example, Examples, Rule

EXAMPLE = Example(name="any", documents={"a.md": "x"})


def rule(name: str) -> Rule:
    return Rule(
        id=name,
        title=f"Title of {name}",
        why="Because.",
        kind=None,
        severity="warning",
        comparator="form",
        message="x",
        examples=Examples(conflict=(EXAMPLE,), agree=(EXAMPLE,)),
    )


RULES = tuple(map(rule, ("alpha-one", "alpha-two", "beta-one")))


@dataclass(frozen=True)
class Nothing:
    claims: tuple[()] = ()
    unread: tuple[()] = ()


def read_document(path: str, data: bytes, source: str | None = None) -> Document:
    """A document about the drug that its first line names, if any."""
    first = data.decode().split("\n", 1)[0]
    if first == "crash":
        raise ZeroDivisionError("by design")
    if first == "unreadable":
        raise UnreadableFile("no text", "make it text", 3)
    subject = Subject(first, frozenset({first})) if first != "none" else None
    return Document(path, data.decode(), source, subject)


def finding(
    path: str,
    rule_id: str = "alpha-one",
    severity: Severity = Severity.WARNING,
    confidence: Confidence = Confidence.HIGH,
    subject: str = "veltrazine",
    line: int = 1,
) -> Finding:
    place = Evidence(path, Span(0, 1), Position(line, 1), Position(line, 2), "x", "v", Role.PRIMARY)
    return Finding(
        rule_id, None, severity, confidence, subject, None, "", "It is.", f"{rule_id}{path}", (place,)
    )


def run_rules(rules: tuple[Rule, ...], group: DrugGroup) -> tuple[Finding, ...]:
    """One finding of every rule about every document; a drug called "bad" crashes."""
    if group.subject == "bad":
        raise KeyError("bad")
    return tuple(
        finding(document.path, one.id, Severity[one.severity.upper()], subject=group.subject)
        for one in rules
        for document in group.documents
    )


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the stand-ins in the place of the stages."""
    monkeypatch.setattr(reading, "read_document", read_document)
    monkeypatch.setattr(extraction, "extract", lambda _: Nothing())
    monkeypatch.setattr(inspecting, "inspect", lambda _: ())
    monkeypatch.setattr(comparing_drugs, "run_rules", run_rules)
    monkeypatch.setattr(rule_choice, "load_rules", lambda _: RULES)
