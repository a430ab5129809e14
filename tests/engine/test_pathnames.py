from __future__ import annotations

import os
from pathlib import Path

from monolint.engine.pathnames import common_folder, git_root, shown

from .trees import write_tree


def test_shown_is_relative_to_the_root_and_absolute_outside() -> None:
    root = Path("/project")
    assert shown(Path("/project/a/../b/c.md"), root) == "b/c.md"
    assert shown(Path("/elsewhere/c.md"), root) == "/elsewhere/c.md"
    assert shown(Path("/project-two/c.md"), root) == "/project-two/c.md"


def test_a_name_that_is_not_utf_8_can_be_printed() -> None:
    name = shown(Path(os.fsdecode(b"/project/caf\xe9.md")), Path("/project"))
    assert name == "caf\N{REPLACEMENT CHARACTER}.md"


def test_common_folder_does_not_depend_on_order(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a/b/x.md": "", "a/c/y.md": ""})
    paths = [tmp_path / "a" / "b" / "x.md", tmp_path / "a" / "c"]
    assert common_folder(paths) == common_folder(paths[::-1]) == tmp_path / "a"
    assert common_folder(paths[:1]) == tmp_path / "a" / "b"
    assert common_folder([]) is None


def test_git_root_is_the_nearest_one(tmp_path: Path) -> None:
    write_tree(tmp_path, {".git/HEAD": "", "sub/.git": "gitdir: elsewhere", "sub/deep/x.md": ""})
    assert git_root(tmp_path / "sub" / "deep") == tmp_path / "sub"
    assert git_root(tmp_path) == tmp_path
