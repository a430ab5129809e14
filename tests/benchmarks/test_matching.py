"""When a finding counts as an annotated conflict."""

from __future__ import annotations

import pytest
from benchmarks.annotations import Annotation, Side
from benchmarks.matching import hits, hits_strictly
from benchmarks.scoring import score

from monolint.domain.claim import Kind
from monolint.domain.finding import Confidence, Evidence, Finding, Role, Severity
from monolint.domain.text import Position, Span

_NEEDED = "Halve the dose in renal failure."
_DENIED = "Kidney trouble calls for no change of dose."


def _evidence(doc: str, line: int, text: str, lines: int = 1) -> Evidence:
    return Evidence(
        path=f"pair/{doc}.md",
        span=Span(0, len(text)),
        start=Position(line, 1),
        end=Position(line + lines - 1, 1),
        text=text,
        value="",
        role=Role.PRIMARY,
    )


def _finding(
    *evidence: Evidence, kind: Kind | None = Kind.RENAL, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(
        rule="renal-adjustment",
        kind=kind,
        severity=severity,
        confidence=Confidence.HIGH,
        subject="zelvorine",
        object=None,
        scope="",
        message="",
        fingerprint="",
        evidence=evidence,
    )


def _annotation(severity: str = "contradiction") -> Annotation:
    return Annotation.model_validate(
        {
            "drug": "zelvorine",
            "scope": "A-B",
            "type": "renal",
            "severity": severity,
            "a": Side(doc="A", line=10, quote=_NEEDED),
            "b": Side(doc="B", line=20, quote=_DENIED),
        }
    )


_A, _B = _evidence("A", 10, _NEEDED), _evidence("B", 20, _DENIED)


@pytest.mark.parametrize(
    ("finding", "leniently", "strictly"),
    [
        pytest.param(_finding(_A, _B), True, True, id="both places"),
        pytest.param(_finding(_B, _A), True, True, id="in the other order"),
        pytest.param(_finding(_A, _evidence("B", 44, _DENIED)), True, False, id="a copy of one side"),
        pytest.param(_finding(_A, _evidence("B", 44, "Take it at night.")), True, False, id="one side"),
        pytest.param(
            _finding(_evidence("A", 11, "Rare: rash."), _evidence("B", 44, "Take it at night.")),
            False,
            False,
            id="neither side",
        ),
        pytest.param(_finding(_A, _evidence("A", 20, _DENIED)), False, False, id="another document"),
        pytest.param(_finding(_A, _B, kind=Kind.STORAGE), True, False, id="another kind, same words"),
        pytest.param(
            _finding(_evidence("A", 10, "x"), _evidence("B", 20, "y"), kind=Kind.STORAGE),
            False,
            False,
            id="another kind, other words",
        ),
        pytest.param(
            _finding(_evidence("A", 8, _NEEDED, 9), _evidence("B", 18, _DENIED, 9)),
            False,
            False,
            id="sections",
        ),
        pytest.param(_finding(_A, _B, kind=None), True, False, id="form"),
    ],
)
def test_a_finding_hits(finding: Finding, leniently: bool, strictly: bool) -> None:
    assert hits(finding, _annotation()) is leniently
    assert hits_strictly(finding, _annotation()) is strictly


def test_the_score_counts_what_is_found_and_what_is_raised() -> None:
    stray = _finding(_evidence("A", 1, "Take it at night."), _evidence("B", 2, "Take it in the morning."))
    result = score([_finding(_A, _B), stray], [_annotation()])
    assert (str(result.recall()), str(result.precision())) == ("1/1 = 1.000", "1/2 = 0.500")
    assert str(result.as_errors("contradiction")) == "1/1 = 1.000"


def test_a_tempting_pair_that_is_raised_is_counted() -> None:
    result = score([_finding(_A, _B)], [_annotation("not_a_conflict")])
    assert (str(result.recall()), str(result.false_alarms())) == ("-", "1/1 = 1.000")


@pytest.mark.parametrize(
    "finding", [_finding(_A, _B, severity=Severity.INFO), _finding(_A, _B, kind=None)], ids=["info", "form"]
)
def test_infos_and_form_are_left_out(finding: Finding) -> None:
    result = score([finding], [_annotation()])
    assert (str(result.recall()), str(result.precision())) == ("0/1 = 0.000", "-")


def test_one_finding_is_credited_with_a_few_conflicts_only() -> None:
    result = score([_finding(_A, _B)], [_annotation()] * 5)
    assert str(result.recall()) == "3/5 = 0.600"
