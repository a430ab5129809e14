"""The recipes for CI: valid by their schemas, and the script of the action run for real."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..engine.repositories import Repository, new_repository

pytestmark = pytest.mark.skipif(
    shutil.which("bash") is None or shutil.which("git") is None, reason="bash or git is not installed"
)
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("schema", "file"), [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "ci/gitlab.yml")]
)
def test_recipes_are_valid(schema: str, file: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = new_repository(tmp_path / "docs")
    made.put("a.md")
    made.put("b b.md", "Porphyria.")
    made.commit()
    return made


def action(repository: Repository, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the script of the action as the action does."""
    given = {f"MONOLINT_{name.upper()}": value for name, value in inputs.items()}
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "MONOLINT_PATHS": ".",
        "MONOLINT_SARIF": "out.sarif",
        "GITHUB_OUTPUT": str(repository.folder / "output"),
        **given,
    }
    command = ["bash", str(ROOT / "ci" / "check.sh")]
    return subprocess.run(
        command, cwd=repository.folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_action_annotates_writes_sarif_and_fails(repository: Repository) -> None:
    done = action(repository)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=")
    assert (repository.folder / "output").read_text() == "sarif=out.sarif\n"
    assert (repository.folder / "out.sarif").read_text().startswith('{\n  "$schema"')


def test_the_action_shows_what_a_change_brings(repository: Repository) -> None:
    assert action(repository, since="HEAD").returncode == 0
    repository.put("b b.md", "Porphyria.", "It may be used in pregnancy.")
    done = action(repository, since="HEAD", args="--min-severity\nerror")
    assert done.returncode == 1, done.stderr
    assert "pregnancy-advice" not in done.stdout
    shown = action(repository, since="HEAD")
    assert "pregnancy-advice" in shown.stdout
    assert "contraindications-none" not in shown.stdout


def test_a_failure_of_the_action_is_no_success(repository: Repository) -> None:
    missing = action(repository, since="no-such-commit")
    assert missing.returncode == 2
    assert "there is no commit 'no-such-commit'" in missing.stderr
    assert action(repository, args="--no-such-option").returncode == 2
    assert action(repository, paths="missing.md").returncode == 2


def test_inputs_are_never_commands(repository: Repository) -> None:
    for hostile in ("$(touch pwned)", "`touch pwned`", "; touch pwned", "--output=text=pwned"):
        assert action(repository, paths=hostile).returncode == 2
        action(repository, since=hostile)
        assert not (repository.folder / "pwned").exists()


def test_paths_stand_on_lines(repository: Repository) -> None:
    done = action(repository, paths="a.md\nb b.md\n")
    assert done.returncode == 1
    assert "2 documents checked" in done.stdout
