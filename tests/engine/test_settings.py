from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from monolint.engine.errors import SetupErrors
from monolint.engine.settings import Settings, resolve_settings

from .trees import DRUG, write_tree


def resolve(root: Path, *paths: str, **choices: Any) -> Settings:
    return resolve_settings([root / path for path in paths or (".",)], root, **choices)


def errors(root: Path, text: str, name: str = "monolint.toml") -> list[tuple[str, str, int | None]]:
    write_tree(root, {name: text})
    with pytest.raises(SetupErrors) as caught:
        resolve(root)
    assert {error.path for error in caught.value.errors} == {str(root / name)}
    return [(error.message, error.hint, error.line) for error in caught.value.errors]


def test_without_configuration_the_root_is_the_working_tree_or_the_working_directory(tmp_path: Path) -> None:
    write_tree(tmp_path, {"plain/a.md": DRUG, "tree/.git/HEAD": "", "tree/docs/b.md": DRUG})
    assert resolve(tmp_path, "plain").root == tmp_path
    assert resolve(tmp_path, "tree/docs").root == tmp_path / "tree"
    assert resolve(tmp_path, "tree/docs/b.md").root == tmp_path / "tree"


def test_the_nearest_configuration_upwards_is_used(tmp_path: Path) -> None:
    tree = {
        "monolint.toml": "fail-on = 'never'\n",
        "a/pyproject.toml": "[tool.monolint]\nfail-on = 'error'\n",
        "a/b/pyproject.toml": "[tool.other]\nx = 1\n",
        "a/b/c.md": DRUG,
        "d/monolint.toml": "fail-on = 'info'\n",
        "d/pyproject.toml": "[tool.monolint]\nfail-on = 'error'\n",
    }
    write_tree(tmp_path, dict(tree))
    assert resolve(tmp_path, "a/b/c.md").configuration.fail_on == "error"
    assert resolve(tmp_path, "a/b/c.md").root == tmp_path / "a"
    assert resolve(tmp_path, "d").configuration.fail_on == "info"
    assert resolve(tmp_path, "a", "d").configuration.fail_on == "never"


def test_paths_outside_fall_back_to_the_working_directory(tmp_path: Path) -> None:
    write_tree(tmp_path, {"here/monolint.toml": "ignore = ['x']\n", "there/a.md": DRUG})
    settings = resolve_settings([tmp_path / "there"], tmp_path / "here")
    assert settings.ignore == ("x",)
    assert settings.root == tmp_path / "here"


def test_every_key_is_read(tmp_path: Path) -> None:
    text = """
        rules = ["ours"]
        select = ["dose-*"]
        ignore = ["dose-b"]
        min-severity = "info"
        fail-on = "error"
        exclude = ["drafts/"]
        max-file-size = "2 MB"
        [[sources]]
        name = "north"
        include = ["north/**"]
        exclude = ["north/old/**"]
        jurisdiction = "US"
        audience = "patients"
        date = 2024-05-01
        trust = "reference"
        [aliases]
        veltrazine = ["veltra"]
        [severity]
        dose-a = "off"
        [options.dose-a]
        tolerance = 0.1
    """
    write_tree(tmp_path, {"monolint.toml": text})
    settings = resolve(tmp_path, select=["other"], ignore=["more"])
    assert settings.rule_directories == (tmp_path / "ours",)
    assert settings.select == ("other",)
    assert settings.ignore == ("dose-b", "more")
    assert settings.configuration.max_file_size == 2_000_000
    assert settings.configuration.sources[0].trust == "reference"
    assert settings.configuration.aliases == {"veltrazine": ("veltra",)}
    assert settings.configuration.severity == {"dose-a": "off"}
    assert settings.configuration.options == {"dose-a": {"tolerance": 0.1}}


def test_a_wrong_key_names_the_closest_right_one(tmp_path: Path) -> None:
    assert errors(tmp_path, "fail_on = 'error'\n") == [
        ('unknown key "fail_on"', 'did you mean "fail-on"?', None)
    ]
    text = "[[tool.monolint.sources]]\nname = 'a'\ninclude = ['a']\nexlude = []\n"
    (tmp_path / "monolint.toml").unlink()
    assert errors(tmp_path, text, "pyproject.toml") == [
        ('unknown key "tool.monolint.sources[0].exlude"', 'did you mean "exclude"?', None)
    ]


def test_all_errors_are_told_at_once_with_what_was_given_and_expected(tmp_path: Path) -> None:
    text = """
        selct = []
        rules = "ours"
        fail-on = "warn"
        max-file-size = "huge"
        sources = [{ name = "", include = [], date = "soon" }, { name = "b" }]
        [severity]
        dose = 3
    """
    found = {(message, hint) for message, hint, _ in errors(tmp_path, text)}
    assert found == {
        ('unknown key "selct"', 'did you mean "select"?'),
        ('"rules" is the string "ours"', "expected a list of strings"),
        ('"fail-on" is the string "warn"', 'expected one of "error", "warning", "info", "never"'),
        ('"max-file-size" is the string "huge"', 'expected a number of bytes or a size such as "10 MB"'),
        ('"sources[0].name" is an empty string', "expected a string that is not empty"),
        ('"sources[0].include" is an empty list', "expected a list that is not empty"),
        ('"sources[0].date" is the string "soon"', "expected a date such as 2024-05-01"),
        ('"sources[1].include" is missing', "a source needs name and include"),
        ('"severity.dose" is the number 3', 'expected one of "error", "warning", "info", "off"'),
    }


def test_the_table_of_the_other_file_is_explained(tmp_path: Path) -> None:
    [(message, hint, _)] = errors(tmp_path, "[tool.monolint]\nselect = []\n")
    assert message == 'unknown key "tool"'
    assert "without [tool.monolint]" in hint


def test_toml_that_does_not_parse_names_the_line(tmp_path: Path) -> None:
    assert [line for _, _, line in errors(tmp_path, "select = []\nignore = \n")] == [2]
    assert "at the end of the file" in errors(tmp_path, "select = [")[0][0]


def test_a_configuration_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "monolint.toml").write_bytes(b"# caf\xe9\n")
    with pytest.raises(SetupErrors, match="not UTF-8"):
        resolve(tmp_path)


def test_a_named_configuration_must_be_one(tmp_path: Path) -> None:
    write_tree(tmp_path, {"pyproject.toml": "[project]\n", "other.toml": "fail-on = 'info'\n"})
    assert resolve(tmp_path, config=tmp_path / "other.toml").configuration.fail_on == "info"
    with pytest.raises(SetupErrors, match="holds no configuration"):
        resolve(tmp_path, config=tmp_path / "pyproject.toml")
    with pytest.raises(SetupErrors, match="cannot be read"):
        resolve(tmp_path, config=tmp_path / "gone.toml")


def test_the_defaults_are_those_of_an_empty_configuration(tmp_path: Path) -> None:
    without = resolve(tmp_path).configuration
    write_tree(tmp_path, {"monolint.toml": ""})
    assert resolve(tmp_path).configuration == without
    assert without.max_file_size == 10_000_000
    assert without.fail_on == "warning"
