"""Reports for other programs: valid by their schemas, complete, and safe whatever a document holds."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import junitparser
import marko
import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from monolint.domain.finding import Report, Role, Severity
from monolint.domain.text import Position
from monolint.reporting import concise, github, gitlab, junit, markdown, rdjson, sarif, text
from monolint.reporting import csv as csv_report
from monolint.reporting import json as json_report
from monolint.reporting.wording import defused
from monolint.rules import builtin_directory, load_rules

from .samples import CLEAN, CONTRAINDICATION, DOSE, FAILED, OMISSION, REPORT, A, Spot, evidence
from .schemas import GITLAB, RDJSON, SARIF, published

INFO = Severity.INFO
RULES = load_rules([builtin_directory()])
_MANY = replace(
    REPORT,
    findings=tuple(
        replace(DOSE, fingerprint=f"f{number}", subject=f"drug {number // 7}") for number in range(5000)
    ),
)
_NASTY = (
    "::error file=x.md::boo\n::set-output name=a::b ##[error]x ##vso[task.complete]\x1b[2J\x07\u202e\x85"
    " | </code></details><script>alert(1)</script> ```\n# H [a](javascript:x) ![b](c) @everyone #1"
    " www.example.org https://example.org ]]> & =cmd()"
)
HOSTILE = replace(
    REPORT,
    findings=(
        replace(
            CONTRAINDICATION,
            subject=f"=1+1 {_NASTY}",
            object=f"@x {_NASTY}",
            scope=_NASTY,
            message=_NASTY,
            evidence=(
                evidence(
                    Spot("::error::,x/../y\n::warning::.md", 3), _NASTY, _NASTY, Role.PRIMARY, heading=_NASTY
                ),
                evidence(Spot("##[error].md", 4), f"+{_NASTY}", f"-{_NASTY}", Role.OTHER),
                evidence(Spot("</code>|`.md", 4), _NASTY, _NASTY, Role.COPY),
            ),
        ),
    ),
)
REPORTS = {"usual": REPORT, "clean": CLEAN, "failed": FAILED, "many": _MANY, "hostile": HOSTILE}
every_report = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS.keys())
# What the command line prints into the log of a CI run.
RENDERERS: dict[str, Callable[[Report], str]] = {
    "text": lambda report: defused(text.render(report, INFO)),
    "concise": lambda report: defused(concise.render(report, INFO)),
    "json": json_report.render,
    "github": lambda report: github.render(report, INFO),
    "sarif": lambda report: sarif.render(report, rules=RULES, lines={}),
    "gitlab": gitlab.render,
    "rdjson": lambda report: rdjson.render(report, lines={}),
    "markdown": lambda report: markdown.render(report, INFO),
    "junit": lambda report: defused(junit.render(report, INFO)),
    "csv": lambda report: defused(csv_report.render(report)),
}


def sarif_run(report: Report, lines: dict[tuple[str, int], str] | None = None) -> Any:
    log = json.loads(sarif.render(report, rules=RULES, lines=lines or {}))
    Draft7Validator(published(SARIF)).validate(log)
    return log["runs"][0]


@every_report
def test_sarif_is_valid_by_the_schema_of_oasis(report: Report) -> None:
    run = sarif_run(report)
    assert len(run["results"]) == len(report.findings)
    assert run["invocations"][0]["executionSuccessful"] is not bool(report.failures)


def test_the_schema_of_sarif_refuses_what_is_none() -> None:
    log = json.loads(sarif.render(REPORT, lines={}))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not Draft7Validator(published(SARIF)).is_valid(log)


def test_sarif_links_both_sides() -> None:
    result = sarif_run(REPORT)["results"][0]
    assert result["level"] == "error"
    assert result["partialFingerprints"] == {"monolint/v1": "f1"}
    assert "[south/veltrazine.md:22](1)" in result["message"]["text"]
    related = [place["physicalLocation"]["artifactLocation"] for place in result["relatedLocations"]]
    assert [place["uri"] for place in related] == ["south/veltrazine.md", A, "south/veltrazine.md"]
    assert {place["uriBaseId"] for place in related} == {"%SRCROOT%"}


def test_sarif_describes_its_rules_in_markdown() -> None:
    described = sarif_run(CLEAN)["tool"]["driver"]["rules"]
    assert [one["id"] for one in described] == [rule.id for rule in RULES]
    assert all(one["help"]["markdown"].startswith("**") for one in described)


def test_columns_are_counted_in_the_units_of_the_format() -> None:
    place = replace(OMISSION.evidence[0], start=Position(3, 4), end=Position(3, 6))
    report = replace(REPORT, findings=(replace(OMISSION, evidence=(place, OMISSION.evidence[1])),))
    lines = {(place.path, 3): "é💊 ab"}
    region = sarif_run(report, lines)["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (5, 7)
    (found,) = json.loads(rdjson.render(report, lines=lines))["diagnostics"]
    assert found["location"]["range"]["start"] == {"line": 3, "column": 8}


def test_a_path_is_an_escaped_uri() -> None:
    place = replace(OMISSION.evidence[0], path="über uns/100%.md")
    outside = replace(OMISSION.evidence[1], path="/srv/b.md")
    report = replace(REPORT, findings=(replace(OMISSION, evidence=(place, outside)),))
    result = sarif_run(report)["results"][0]
    first = result["locations"][0]["physicalLocation"]["artifactLocation"]
    second = result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]
    assert first["uri"] == "%C3%BCber%20uns/100%25.md"
    assert second == {"uri": "file:///srv/b.md"}


@every_report
def test_gitlab_takes_the_report(report: Report) -> None:
    entries = json.loads(gitlab.render(report))
    Draft202012Validator(GITLAB).validate(entries)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == len(report.findings)


def test_gitlab_fingerprints_stay_apart_when_findings_share_one() -> None:
    report = replace(REPORT, findings=(DOSE, DOSE))
    assert len({entry["fingerprint"] for entry in json.loads(gitlab.render(report))}) == 2


@every_report
def test_reviewdog_takes_the_report(report: Report) -> None:
    result = json.loads(rdjson.render(report, lines={}))
    Draft202012Validator(RDJSON).validate(result)
    assert len(result["diagnostics"]) == len(report.findings)


@every_report
def test_junit_is_read_by_its_parser(report: Report) -> None:
    suites = junitparser.JUnitXml.fromstring(junit.render(report, INFO).encode())
    results = [type(result).__name__ for suite in suites for case in suite for result in case.result]
    assert results.count("Failure") == len(report.findings)
    assert results.count("Error") == len(report.failures)
    assert sum(1 for suite in suites for _ in suite) >= 1


@every_report
def test_csv_has_a_row_for_every_finding(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_report.render(report))))
    assert len(rows) == len(report.findings)
    assert all(None not in row and None not in row.values() for row in rows)


def test_csv_sides_stand_next_to_each_other() -> None:
    row = next(csv.DictReader(io.StringIO(csv_report.render(REPORT))))
    assert (row["path"], row["line"], row["value"]) == (A, "40", "none")
    assert (row["other_path"], row["other_line"]) == ("south/veltrazine.md", "22")
    assert row["further_places"] == f"{A}:61:23; south/veltrazine.md:77:1"


def test_no_cell_is_a_formula() -> None:
    cells = [cell for row in csv.reader(io.StringIO(csv_report.render(HOSTILE))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert [cell for cell in cells if cell.startswith("'=")]


def test_github_shows_the_worst_first_and_counts_what_it_does_not_show() -> None:
    findings = (*(replace(DOSE, fingerprint=str(number)) for number in range(14)), CONTRAINDICATION)
    lines = github.render(replace(REPORT, findings=findings)).splitlines()
    assert lines[0].startswith("::error file=north/veltrazine.md,line=40,")
    assert [line.split(" ")[0] for line in lines[1:11]] == ["::warning"] * 10
    assert lines[11] == "4 findings more than GitHub shows as annotations, listed here only:"
    assert lines[-1] == "monolint: 3 documents checked; 1 error and 14 warnings."


def test_github_annotations_hold_the_other_side() -> None:
    assert "%0Asouth/veltrazine.md:22:3 " in github.render(REPORT).splitlines()[0]


@every_report
def test_a_comment_keeps_its_limit_and_says_what_it_leaves_out(report: Report) -> None:
    comment = markdown.render(report, INFO)
    assert len(comment.encode()) < 65_536
    left = re.search(r"Left out, because a comment has a limit: (\d+) finding", comment)
    shown = len(re.findall(r"^\*\*(?:error|warning|info)\*\*: ", comment, re.MULTILINE))
    assert shown + (int(left.group(1)) if left else 0) == len(report.findings)
    assert comment.count("<details") == comment.count("</details>")


def test_a_comment_quotes_both_sides() -> None:
    comment = markdown.render(REPORT)
    assert "| veltrazine | 1 | 1 | 0 |" in comment
    assert "| <code>north/veltrazine.md:40</code> | <code>None.</code> |" in comment
    assert "<code>south/veltrazine.md:22</code>" in comment
    assert f"also at <code>{A}:61</code>" in comment


def test_nothing_in_a_comment_is_the_document_s_markup() -> None:
    comment = markdown.render(HOSTILE, INFO)
    html = marko.Markdown(extensions=["gfm"])(comment)
    assert not re.search(r"<(?:script|a|img|h1|pre)\b", html)
    assert set(re.findall(r"</?(\w+)", html)) <= {
        *("h2", "p", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "code", "strong"),
    }
    assert html.count("<details") == html.count("</details>") == 1
    assert not re.search(r"[@#]\w", html.replace("&#", ""))


@pytest.mark.parametrize("name", RENDERERS)
def test_no_document_steers_a_terminal_or_a_runner(name: str) -> None:
    rendered = RENDERERS[name](HOSTILE)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", rendered)
    commands = [line for line in rendered.splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == (1 if name == "github" else 0)
    in_commands = "" if name == "github" else rendered
    assert not re.search(r"##\w*\[", in_commands)


def test_xml_holds_the_text_as_text() -> None:
    root = ElementTree.fromstring(junit.render(HOSTILE, INFO).encode())
    assert {element.tag for element in root.iter()} == {"testsuites", "testsuite", "testcase", "failure"}


@pytest.mark.parametrize("name", [name for name in RENDERERS if name not in ("text", "concise")])
def test_every_format_tells_every_finding(name: str) -> None:
    rendered = RENDERERS[name](REPORT)
    for finding in REPORT.findings:
        assert finding.rule in rendered
