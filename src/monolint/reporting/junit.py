"""JUnit XML, for CI systems that show nothing else: a suite per drug, a failed case per finding."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree

from monolint.domain.finding import Finding, Report, Severity
from monolint.reporting.wording import one_line, place

_NOTHING = "no findings"


def render(report: Report, min_severity: Severity = Severity.WARNING) -> str:
    """The findings at or above `min_severity`; without any, one case that passed."""
    findings = report.at_least(min_severity)
    root = ElementTree.Element("testsuites", _counts(findings), name="monolint")
    for subject, group in groupby(findings, key=lambda finding: finding.subject):
        members = list(group)
        suite = ElementTree.SubElement(root, "testsuite", _counts(members), name=one_line(subject))
        for finding in members:
            _case(suite, finding)
    for failure in report.failures:
        suite = ElementTree.SubElement(root, "testsuite", name=one_line(failure.path), tests="1", errors="1")
        case = ElementTree.SubElement(suite, "testcase", name="read", classname=one_line(failure.path))
        ElementTree.SubElement(case, "error", type="input", message=one_line(failure.message))
    if not len(root):
        suite = ElementTree.SubElement(root, "testsuite", name="monolint", tests="1", failures="0")
        ElementTree.SubElement(suite, "testcase", name=_NOTHING, classname="monolint")
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _counts(findings: Sequence[Finding]) -> dict[str, str]:
    return {"tests": str(len(findings)), "failures": str(len(findings))}


def _case(suite: ElementTree.Element, finding: Finding) -> None:
    first = finding.evidence[0]
    name = f"{finding.rule} {place(first)}"
    case = ElementTree.SubElement(suite, "testcase", name=name, classname=one_line(first.path))
    message = one_line(finding.message)
    failure = ElementTree.SubElement(case, "failure", type=finding.severity.label, message=message)
    failure.text = "\n".join(f'{place(item)} "{one_line(item.text)}"' for item in finding.evidence)
