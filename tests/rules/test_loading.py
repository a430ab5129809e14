"""Rule files that cannot be loaded name the file, the field and the line, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from monolint.rules import RuleErrors, builtin_directory, load_rule, load_rules

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
        ("title: A rule of the house", "title: [a, rule]", "title", 2),
        ("title: A rule of the house", "title: 7", "title", 2),
        ("- name: one", "- label: one", "examples.conflict.0.name", 10),
        ("{object}", "{object", "message", None),
        ("{object}", "{}", "message", 7),
        ("severity: error", "severity: error\nseverity: warning", "severity: is given twice", 6),
        ("- name: one", "- name: one\n      name: other", "examples.conflict.0.name: is given twice", 11),
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


FORM = GOOD.replace("kind: contraindication", "kind: null").replace("none-against-stated", "form")


def _form(check: str, severity: str) -> str:
    options = f"options: {{check: {check}}}\nmessage:"
    return FORM.replace("severity: error", f"severity: {severity}").replace("message:", options)


def test_a_form_rule_is_never_an_error(tmp_path: Path) -> None:
    assert load_rule(_write(tmp_path, _form("faq-copy", "warning"))).kind is None
    with pytest.raises(RuleErrors, match="never an error"):
        load_rule(_write(tmp_path, _form("faq-copy", "error")))


@pytest.mark.parametrize(
    "check",
    [
        "no-such-check",
        pytest.param(
            "[faq-copy]",
        ),
    ],
)
def test_a_form_rule_names_a_check(tmp_path: Path, check: str) -> None:
    with pytest.raises(RuleErrors) as caught:
        load_rule(_write(tmp_path, _form(check, "info")))
    (failure,) = caught.value.errors
    assert (failure.message.split(":")[0], failure.line) == ("options.check", 7)
    assert "faq-copy" in failure.hint


def test_text_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "house-rule.yaml"
    path.write_bytes(GOOD.replace("house\n", "h\xf6use\n").encode("latin-1"))
    with pytest.raises(RuleErrors, match="cannot be read") as caught:
        load_rule(path)
    assert "UTF-8" in caught.value.errors[0].hint


def test_a_control_character_is_a_defect(tmp_path: Path) -> None:
    with pytest.raises(RuleErrors, match="YAML"):
        load_rule(_write(tmp_path, GOOD + "# \x07\n"))


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "a rule"])
def test_a_file_that_holds_no_fields(tmp_path: Path, text: str) -> None:
    with pytest.raises(RuleErrors, match="the file: "):
        load_rule(_write(tmp_path, text))


@pytest.mark.parametrize("field", ["{object:d}", "{object!z}", "{object:{colour}}"])
def test_a_field_that_cannot_be_written_is_a_defect(tmp_path: Path, field: str) -> None:
    with pytest.raises(RuleErrors, match="message"):
        load_rule(_write(tmp_path, GOOD.replace("{object}", field)))


def test_all_defects_of_one_file_come_together(tmp_path: Path) -> None:
    text = GOOD.replace("severity: error", "severity: fatal").replace("why: For the tests.\n", "owner: me\n")
    with pytest.raises(RuleErrors) as caught:
        load_rule(_write(tmp_path, text))
    assert [error.message.split(":")[0] for error in caught.value.errors] == ["why", "severity", "owner"]
    text = GOOD.replace("message:", "options: {strength: 2}\nmessage:").replace("{object}", "{colour}")
    with pytest.raises(RuleErrors) as caught:
        load_rule(_write(tmp_path, text, "other.yaml"))
    assert [error.message.split(":")[0] for error in caught.value.errors] == [
        "options.strength",
        "message",
        "id",
    ]


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
    assert caught.value.errors[0].path == str(tmp_path / "two" / "house-rule.yaml")


def test_rules_come_in_order_of_id_from_all_folders(tmp_path: Path) -> None:
    for folder, name in (("one", "b-rule"), ("two", "a-rule")):
        (tmp_path / folder).mkdir()
        _write(tmp_path / folder, GOOD.replace("house-rule", name), f"{name}.yaml")
    _write(tmp_path / "one", "no rule", "README.md")
    rules = load_rules([tmp_path / "one", tmp_path / "two"])
    assert [rule.id for rule in rules] == ["a-rule", "b-rule"]


def test_built_in_rules_are_named_after_their_files() -> None:
    files = sorted(path.stem for path in builtin_directory().glob("*.yaml"))
    assert [rule.id for rule in load_rules([builtin_directory()])] == files
