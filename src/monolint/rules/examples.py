"""Running the examples that rules carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monolint.domain.corpus import Reading
from monolint.domain.document import Document, Subject
from monolint.domain.finding import Finding
from monolint.domain.group import DrugGroup
from monolint.extraction import extract
from monolint.form.inspecting import inspect
from monolint.reading import read_document
from monolint.rules.model import Example, Rule
from monolint.rules.running import run_rules

EXAMPLE_SUBJECT = "example"


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """Whether one example of a rule came out as it says; `problem` is empty when it did."""

    rule: str
    example: str
    expected: str
    problem: str


def run_examples(rules: Sequence[Rule]) -> tuple[ExampleResult, ...]:
    """Run every example of every rule; a conflict must be found, an agreement must stay silent."""
    return tuple(result for rule in rules for result in _results(rule))


def _results(rule: Rule) -> Iterator[ExampleResult]:
    for example in rule.examples.conflict:
        yield ExampleResult(
            rule.id, example.name, "conflict", _conflict_problem(example, findings(rule, example))
        )
    for example in rule.examples.agree:
        found = findings(rule, example)
        problem = f"fires although it should not: {found[0].message}" if found else ""
        yield ExampleResult(rule.id, example.name, "agree", problem)


def _conflict_problem(example: Example, found: Sequence[Finding]) -> str:
    if not found:
        return "does not fire"
    if len(found) > 1:
        return "fires more than once: " + " / ".join(finding.message for finding in found)
    if example.severity and found[0].severity.label != example.severity:
        return f"is {found[0].severity.label}, not {example.severity}"
    return ""


def findings(rule: Rule, example: Example) -> tuple[Finding, ...]:
    """What the rule alone finds in the documents of one example."""
    documents = tuple(read_document(name, text.encode()) for name, text in sorted(example.documents.items()))
    readings = tuple(map(_reading, documents))
    claims = tuple(claim for reading in readings for claim in reading.claims)
    return run_rules((rule,), DrugGroup(EXAMPLE_SUBJECT, readings, claims))


def _reading(document: Document) -> Reading:
    """A document as a member of its example's drug, whatever it calls itself."""
    found = extract(document)
    subject = document.subject or Subject(EXAMPLE_SUBJECT, frozenset({EXAMPLE_SUBJECT}))
    return Reading(document.path, document.source, subject, found.claims, found.unread, inspect(document))
