from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from monolint import __version__
from monolint.domain.finding import Report, Severity
from monolint.reporting import json as json_report
from monolint.reporting import schema

from .samples import CLEAN, FAILED, REPORT


def parsed(report: Report, min_severity: Severity = Severity.INFO) -> Any:
    return json.loads(json_report.render(report, min_severity))


@pytest.mark.parametrize("report", [REPORT, CLEAN, FAILED])
def test_reports_follow_the_published_schema(report: Report) -> None:
    published = json.loads(schema.render())
    Draft202012Validator.check_schema(published)
    Draft202012Validator(published).validate(parsed(report))


def test_the_schema_refuses_what_is_not_in_the_contract() -> None:
    validator = Draft202012Validator(json.loads(schema.render()))
    report = parsed(REPORT)
    report["findings"][0]["severity"] = "fatal"
    report["findings"][1]["evidence"] = []
    report["more"] = 1
    del report["summary"]["claims"]
    assert len(list(validator.iter_errors(report))) == 4


def test_every_field_of_the_schema_is_described() -> None:
    published = json.loads(schema.render())
    objects = [published, *(one for one in published["$defs"].values() if one.get("type") == "object")]
    fields = [(one["title"], name, field) for one in objects for name, field in one["properties"].items()]
    assert len(fields) > 30
    assert [(title, name) for title, name, field in fields if not field.get("description")] == []


def test_keys_stand_in_the_order_of_the_contract() -> None:
    report = parsed(REPORT)
    assert list(report) == [
        *("schema_version", "tool", "findings", "unread", "baseline", "errors", "summary"),
    ]
    assert report["tool"] == {"name": "monolint", "version": __version__}
    assert list(report["findings"][0]) == [
        *("rule", "kind", "severity", "confidence", "subject", "object", "scope", "message"),
        *("fingerprint", "evidence", "also", "fix"),
    ]
    assert list(report["findings"][0]["evidence"][0]) == [
        *("path", "line", "column", "end_line", "end_column", "text", "value", "role"),
    ]
    assert list(report["unread"][0]) == [
        *("path", "line", "column", "end_line", "end_column", "text", "kind", "reason"),
    ]


def test_values_are_those_of_the_report() -> None:
    report = parsed(REPORT)
    first, second, third = report["findings"]
    assert (first["severity"], first["kind"], first["object"], first["fix"]) == (
        *("error", "contraindication", "porphyria", None),
    )
    assert [place["role"] for place in first["evidence"]] == ["primary", "other", "copy", "copy"]
    assert (second["confidence"], second["also"], second["scope"]) == (
        *("medium", ["max-dose-exceeded"], "population=adult"),
    )
    assert (third["subject"], third["object"]) == ("zolmirane", None)
    assert report["summary"] == {
        "documents": 3,
        "skipped": 1,
        "claims": 31,
        "unread": 1,
        "before": None,
        "findings": {"error": 1, "warning": 1, "info": 1},
    }


def test_failures_are_errors_of_the_report() -> None:
    assert parsed(FAILED)["errors"] == [
        {"path": "x.md", "line": None, "message": "binary file, not text", "hint": "exclude it"}
    ]


def test_min_severity_leaves_findings_out_but_counts_them() -> None:
    report = parsed(REPORT, Severity.ERROR)
    assert [finding["severity"] for finding in report["findings"]] == ["error"]
    assert report["summary"]["findings"] == {"error": 1, "warning": 1, "info": 1}


def test_the_text_is_indented_utf_8_with_a_line_end() -> None:
    rendered = json_report.render(REPORT)
    assert rendered.startswith('{\n  "schema_version": "1",\n  "tool": {\n')
    assert rendered.endswith("}\n")
    assert "Übelkeit" in rendered
