"""Rule files that cannot be loaded name the file, the field and the line, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from monolint.rules import RuleErrors, load_rule, load_rules

GOOD = """\
id: house-rule
title: A rule of the house
why: For the tests.
kind: contraindication
severity: error
comparator: none-against-stated
message: 'none, but {object} is stated'
examples:
  conflict:
    - name: one
      documents: {a.md: "# Exemplin"}
  agree:
    - name: two
      documents: {a.md: "# Exemplin"}
"""


def _write(folder: Path, text: str, name: str = "house-rule.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_is_loaded(tmp_path: Path) -> None:
    assert load_rule(_write(tmp_path, GOOD)).id == "house-rule"


@pytest.mark.parametrize(
    ("old", "new", "field", "line"),
    [
        ("severity: error", "severity: fatal", "severity", 5),
        ("title: A rule of the house\n", "", "title", None),
        ("why: For the tests.", "why: For the tests.\nowner: me", "owner", 4),
        ("kind: contraindication", "kind: allergy", "kind", 4),
        ("none-against-stated", "no-such-comparator", "comparator", 6),
        ("message:", "options: {strength: 2}\nmessage:", "options.strength", 7),
        ("{object}", "{colour}", "message", 7),
        ("kind: contraindication", "kind: null", "kind", None),
        ("id: house-rule", "id: House Rule", "id", 1),
        ("id: house-rule", "id: other-rule", "id", None),
        ("  agree:", "  agrees:", "examples.agree", 8),
    ],
)
def test_a_defect_names_field_and_line(
    tmp_path: Path, old: str, new: str, field: str, line: int | None
) -> None:
    path = _write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(RuleErrors) as caught:
        load_rule(path)
    failure = caught.value.errors[0]
    assert failure.path == str(path)
    assert failure.message.startswith(field)
    assert failure.hint
    if line is not None:
        assert failure.line == line


def test_text_that_is_no_yaml_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(RuleErrors) as caught:
        load_rule(_write(tmp_path, GOOD.replace("severity: error", "severity: [error")))
    assert caught.value.errors[0].line is not None
    assert "YAML" in caught.value.errors[0].message


def test_a_form_rule_is_never_an_error(tmp_path: Path) -> None:
    text = GOOD.replace("kind: contraindication", "kind: null").replace("none-against-stated", "form")
    with pytest.raises(RuleErrors) as caught:
        load_rule(_write(tmp_path, text.replace("message:", "options: {check: faq-copy}\nmessage:")))
    assert "never an error" in caught.value.errors[0].message


def test_all_defects_of_all_files_come_together(tmp_path: Path) -> None:
    _write(tmp_path, GOOD.replace("severity: error", "severity: fatal"))
    _write(tmp_path, "nothing: here", "other.yaml")
    with pytest.raises(RuleErrors) as caught:
        load_rules([tmp_path, tmp_path / "missing"])
    assert {Path(error.path).name for error in caught.value.errors} == {
        "house-rule.yaml",
        "other.yaml",
        "missing",
    }


def test_an_id_is_used_once(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    for folder in ("one", "two"):
        _write(tmp_path / folder, GOOD)
    with pytest.raises(RuleErrors) as caught:
        load_rules([tmp_path / "one", tmp_path / "two"])
    assert "already the id" in caught.value.errors[0].message
