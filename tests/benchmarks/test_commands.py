"""The measurements run on folders of one's own."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import accuracy, corpus, extraction, performance, survey
from monolint.domain.finding import Severity
from monolint.engine.check import check
from monolint.engine.settings import resolve_settings

_DOCUMENTS = {
    "A": "# Zelvorine\n\n## Renal impairment\n\nNo dose adjustment is needed in renal impairment.\n",
    "B": "# Zelvorine\n\n## Renal impairment\n\nReduce the dose in renal impairment.\n",
}
_RECORD = {
    "drug": "zelvorine",
    "scope": "A-B",
    "type": "renal",
    "severity": "contradiction",
    "a": {"doc": "A", "line": 5, "quote": "No dose adjustment is needed"},
    "b": {"doc": "B", "line": 5, "quote": "Reduce the dose"},
    "why": "one adjusts, one does not",
}


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    folder = tmp_path / "pairs" / "zelvorine"
    folder.mkdir(parents=True)
    for name, text in _DOCUMENTS.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "one.jsonl").write_text(json.dumps(_RECORD) + "\n", encoding="utf-8")
    return tmp_path


def test_accuracy_of_a_folder(annotated: Path) -> None:
    result = CliRunner().invoke(accuracy.main, [str(annotated), "--markdown"])
    assert result.exit_code == 0, result.output
    assert "recall       1/1 = 1.000" in result.output
    assert "| renal | 1/1 | 1/1 |" in result.output


def test_what_was_missed_is_shown(annotated: Path) -> None:
    record = {**_RECORD, "type": "storage", "a": {"doc": "A", "line": 1, "quote": "Keep cold"}}
    (annotated / "gold" / "two.jsonl").write_text(json.dumps(record), encoding="utf-8")
    result = CliRunner().invoke(accuracy.main, [str(annotated), "--only", "two.jsonl", "--show", "missed"])
    assert result.exit_code == 0, result.output
    assert "A:1 'Keep cold'" in result.output


def test_a_record_that_is_none_is_named(annotated: Path) -> None:
    record = {**_RECORD, "a": {"doc": "A", "line": 0, "quote": ""}}
    (annotated / "gold" / "one.jsonl").write_text(f"\n{json.dumps(record)}\n", encoding="utf-8")
    result = CliRunner().invoke(accuracy.main, [str(annotated)])
    assert result.exit_code == 1
    assert "one.jsonl:2: a.line: " in result.output


def test_a_missing_document_is_named(annotated: Path) -> None:
    (annotated / "pairs" / "zelvorine" / "B.md").unlink()
    result = CliRunner().invoke(accuracy.main, [str(annotated)])
    assert result.exit_code == 1
    assert "zelvorine: two documents are needed" in result.output


def test_a_folder_without_annotations_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(accuracy.main, [str(tmp_path)])
    assert result.exit_code == 1
    assert "holds no annotations" in result.output


def test_survey_of_a_folder(annotated: Path) -> None:
    command = [str(annotated / "pairs"), "--findings", "5", "--unread", "5"]
    first, again = (CliRunner().invoke(survey.main, command) for _ in range(2))
    assert first.exit_code == 0, first.output
    assert "1 renal-adjustment (error)" in first.output
    assert "1. error [renal-adjustment] zelvorine" in first.output
    assert first.output == again.output


def test_the_sample_takes_every_family_before_the_second_of_one() -> None:
    drawn = survey.in_turn(["a1", "a2", "a3", "b1"], lambda item: item[0], 2, random.Random(3))
    assert sorted(item[0] for item in drawn) == ["a", "b"]


def test_times_of_a_folder() -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    result = CliRunner().invoke(extraction.main, [str(seeds), "--runs", "1"])
    assert result.exit_code == 0, result.output
    assert "documents  2 with a drug" in result.output
    for stage in ("reading", "extraction", "comparing", "extraction and comparing"):
        assert f"\n  {stage} " in result.output


def test_a_folder_without_drugs_cannot_be_timed(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("Nothing.\n", encoding="utf-8")
    result = CliRunner().invoke(extraction.main, [str(tmp_path), "--runs", "1"])
    assert result.exit_code == 1
    assert "nothing to measure" in result.output


def _written(folder: Path, *options: str) -> dict[str, str]:
    result = CliRunner().invoke(corpus.main, [str(folder), *options])
    assert result.exit_code == 0, result.output
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*.md")}


def test_the_generated_corpus_is_the_same_for_the_same_numbers(tmp_path: Path) -> None:
    first = _written(tmp_path / "a", "--documents", "50", "--seed", "7")
    assert len(first) == 50
    assert _written(tmp_path / "b", "--documents", "50", "--seed", "7") == first
    assert _written(tmp_path / "c", "--documents", "50", "--seed", "8") != first


def test_the_generated_corpus_conflicts_where_it_is_meant_to(tmp_path: Path) -> None:
    for folder, share in (("peace", "0"), ("war", "1")):
        _written(tmp_path / folder, "--documents", "40", "--conflicts", share)
    reports = [
        check([tmp_path / name], resolve_settings([tmp_path / name], tmp_path)) for name in ("peace", "war")
    ]
    assert [report.documents for report in reports] == [40, 40]
    peace, war = (report.count(Severity.ERROR) + report.count(Severity.WARNING) for report in reports)
    assert peace * 5 < war


def test_whole_runs_are_timed_beside_another_tool(tmp_path: Path) -> None:
    _written(tmp_path / "texts", "--documents", "6")
    before = _written(tmp_path / "again", "--documents", "6")
    arguments = [str(tmp_path / "texts"), "--runs", "1", "--against", "ls ."]
    result = CliRunner().invoke(performance.main, arguments)
    assert result.exit_code == 0, result.output
    rows = [line.split("  ")[1] for line in result.output.splitlines()[6:]]
    assert rows[1:] == ["cold", "warm", "one file changed", "ls ."]
    assert {path.name: path.read_text() for path in (tmp_path / "texts").rglob("*.md")} == {
        Path(name).name: text for name, text in before.items()
    }
