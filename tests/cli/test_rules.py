from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from monolint import rules as rules_package
from monolint.rules.examples import ExampleResult

from ..engine.stages import RULES
from ..engine.trees import write_tree
from .conftest import Monolint


def test_rules_are_listed_as_text_and_json(monolint: Monolint) -> None:
    assert monolint("rules").stdout.splitlines()[0] == "alpha-one  warning  form  Title of alpha-one"
    listed = json.loads(monolint("rules", "--output-format", "json").stdout)
    assert [one["id"] for one in listed] == [rule.id for rule in RULES]


def test_a_rule_is_explained(monolint: Monolint) -> None:
    result = monolint("explain", "beta-one")
    assert result.exit_code == 0
    assert result.stdout.startswith("beta-one: Title of beta-one\n")


def test_a_wrong_id_names_the_closest(monolint: Monolint) -> None:
    result = monolint("explain", "betaone")
    assert result.exit_code == 2
    assert 'no rule is called "betaone"; did you mean "beta-one"?' in result.stderr


@pytest.mark.parametrize(("problem", "code"), [("", 0), ("does not fire", 1)])
def test_examples_decide_the_exit_code(
    monolint: Monolint, monkeypatch: pytest.MonkeyPatch, problem: str, code: int
) -> None:
    result = ExampleResult("alpha-one", "any", "conflict", problem)
    monkeypatch.setattr(rules_package, "run_examples", lambda _: (result,))
    done = monolint("rules", "test", ".")
    assert done.exit_code == code
    assert ("all passed" in done.stdout) is (code == 0)


@pytest.mark.usefixtures("folder")
def test_a_rule_file_that_would_not_load_ends_with_2(folder: Path) -> None:
    from click.testing import CliRunner

    from monolint.cli.main import main

    write_tree(folder, {"ours/x.yaml": "id: x\ntitle: [\n", "monolint.toml": "rules = ['ours']\n"})
    for arguments in (["check"], ["rules"], ["rules", "test", "ours"], ["explain", "x"]):
        done = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert done.exit_code == 2
        assert done.stdout == ""
        assert "x.yaml" in done.stderr


def test_the_schema_is_one(monolint: Monolint) -> None:
    schema = json.loads(monolint("schema").stdout)
    Draft202012Validator.check_schema(schema)
    report = json.loads(monolint("check", "--output-format", "json").stdout)
    Draft202012Validator(schema).validate(report)


def test_claims_as_text_and_json(monolint: Monolint) -> None:
    assert monolint("claims").stdout.startswith("a.md\nveltrazine: 0 claims, 0 passages not understood\n")
    [document] = json.loads(monolint("claims", "--output-format", "json").stdout)["documents"]
    assert (document["path"], document["subject"], document["claims"]) == ("a.md", "veltrazine", [])


def test_claims_of_what_cannot_be_read_end_with_2(monolint: Monolint) -> None:
    result = monolint("claims", "a.md", "gone.md")
    assert result.exit_code == 2
    assert "veltrazine" in result.stdout
    assert "gone.md: no such file or directory" in result.stderr
