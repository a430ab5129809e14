"""Wheel, source distribution and editable install hold the same tool."""

from __future__ import annotations

import json
import tarfile
import zipfile
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from monolint.cli.main import main

from .conftest import Environment

pytestmark = pytest.mark.slow

_WAYS = ("wheel", "sdist", "editable")


@pytest.fixture(scope="module", params=_WAYS)
def environment(
    request: pytest.FixtureRequest, archives: Path, checkout: Path, install: Callable[..., Environment]
) -> Environment:
    what: dict[str, list[str | Path]] = {
        "wheel": [next(archives.glob("*.whl"))],
        "sdist": [next(archives.glob("*.tar.gz"))],
        "editable": ["--editable", checkout],
    }
    return install(*what[request.param])


def test_same_findings_from_another_folder(environment: Environment, root: Path, tmp_path: Path) -> None:
    arguments = ["check", str(root / "seeds"), "--output-format", "json", "--min-severity", "info"]
    with chdir(tmp_path):
        here = CliRunner().invoke(main, arguments)
    assert here.exit_code == 1, here.output
    assert json.loads(environment.monolint(*arguments, cwd=tmp_path)) == json.loads(here.stdout)


def test_every_built_in_rule(environment: Environment, root: Path, tmp_path: Path) -> None:
    listed = environment.monolint("rules", cwd=tmp_path)
    names = [path.stem for path in sorted((root / "rules").glob("*.yaml"))]
    assert names
    assert [name for name in names if name not in listed] == []


def test_wheel_ships_types_and_rules(archives: Path, root: Path) -> None:
    with zipfile.ZipFile(next(archives.glob("*.whl"))) as wheel:
        shipped = set(wheel.namelist())
    rules = {f"monolint/builtin_rules/{path.name}" for path in (root / "rules").glob("*.yaml")}
    assert rules
    assert shipped >= rules | {"monolint/py.typed"}


def test_sdist_ships_rules_seeds_and_tests(archives: Path, root: Path) -> None:
    with tarfile.open(next(archives.glob("*.tar.gz"))) as sdist:
        shipped = {name.partition("/")[2] for name in sdist.getnames()}
    wanted = {
        path.relative_to(root).as_posix()
        for pattern in ("rules/*.yaml", "seeds/*/*.md", "tests/*.py", ".ci/run", "LICENSE", "README.md")
        for path in root.glob(pattern)
    }
    assert wanted
    assert wanted - shipped == set()
