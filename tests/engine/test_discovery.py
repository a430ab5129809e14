from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

from monolint.engine.discovery import Discovery, discover
from monolint.engine.pathnames import shown

from .trees import DRUG, write_tree


def names(found: Discovery, root: Path) -> list[str]:
    assert [shown(path, root) for path in found.files] == list(found.names)
    return list(found.names)


def messages(found: Discovery) -> list[tuple[str, str]]:
    return [(failure.path, failure.message) for failure in found.failures]


def test_folders_give_markdown_and_text_with_front_matter(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = dict.fromkeys(["a.md", "b.markdown", "c.MDX", "deep/er/d.md"], DRUG)
    files |= {
        "e.txt": DRUG,
        "f.txt": b"\xef\xbb\xbf---\r\ntitle: x\r\n---\r\n",
        "g.txt": "no front matter",
        "h.rst": DRUG,
    }
    write_tree(tmp_path, files)
    found = discover([tmp_path], tmp_path)
    assert names(found, tmp_path) == ["a.md", "b.markdown", "c.MDX", "deep/er/d.md", "e.txt", "f.txt"]
    assert found.failures == ()


def test_a_named_file_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    write_tree(tmp_path, {"label.page": DRUG, ".hidden.md": DRUG, ".gitignore": "*.page\n"})
    found = discover([tmp_path / "label.page", tmp_path / ".hidden.md"], tmp_path, ["*"])
    assert names(found, tmp_path) == [".hidden.md", "label.page"]


def test_hidden_entries_are_left_out(tmp_path: Path) -> None:
    write_tree(tmp_path, {".cache/a.md": DRUG, ".b.md": DRUG, "c.md": DRUG})
    assert names(discover([tmp_path], tmp_path), tmp_path) == ["c.md"]


def test_gitignore_files_are_respected_the_nearest_deciding(tmp_path: Path) -> None:
    tree = {
        ".git/info/exclude": "private.md\n",
        ".gitignore": "build/\n*.draft.md\n",
        "a.md": DRUG,
        "a.draft.md": DRUG,
        "private.md": DRUG,
        "build/b.md": DRUG,
        "keep/.gitignore": "!*.draft.md\nc.md\n",
        "keep/b.draft.md": DRUG,
        "keep/c.md": DRUG,
    }
    write_tree(tmp_path, dict(tree))
    assert names(discover([tmp_path], tmp_path), tmp_path) == ["a.md", "keep/b.draft.md"]
    assert names(discover([tmp_path / "keep"], tmp_path), tmp_path) == ["keep/b.draft.md"]


def test_an_ignored_folder_that_is_named_is_read(tmp_path: Path) -> None:
    write_tree(tmp_path, {".git/HEAD": "", ".gitignore": "build/\n", "build/deep/b.md": DRUG})
    assert names(discover([tmp_path / "build"], tmp_path), tmp_path) == ["build/deep/b.md"]
    assert names(discover([tmp_path / "build" / "deep"], tmp_path), tmp_path) == ["build/deep/b.md"]


def test_excluded_globs(tmp_path: Path) -> None:
    write_tree(tmp_path, {"drafts/a.md": DRUG, "b.md": DRUG, "old-b.md": DRUG})
    assert names(discover([tmp_path], tmp_path, ["drafts/", "old-*"]), tmp_path) == ["b.md"]


def test_each_file_once_in_one_order_for_any_order_of_arguments(tmp_path: Path) -> None:
    write_tree(tmp_path, {"x/b.md": DRUG, "x/a.md": DRUG, "c.md": DRUG})
    (tmp_path / "x" / "link.md").symlink_to(tmp_path / "c.md")
    arguments = [tmp_path / "x", tmp_path / "x" / "a.md", tmp_path, tmp_path / "x" / ".." / "c.md"]
    for order in itertools.permutations(arguments):
        assert names(discover(order, tmp_path), tmp_path) == ["c.md", "x/a.md", "x/b.md"]


def test_a_loop_of_folders_is_named_and_the_rest_read(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a/b/c.md": DRUG})
    (tmp_path / "a" / "b" / "back").symlink_to(tmp_path / "a", target_is_directory=True)
    found = discover([tmp_path], tmp_path)
    assert names(found, tmp_path) == ["a/b/c.md"]
    assert messages(found) == [("a/b/back", "symbolic link loop, not followed")]


@pytest.mark.parametrize("named", [True, False])
def test_a_link_to_itself_is_a_loop(tmp_path: Path, named: bool) -> None:
    write_tree(tmp_path, {"a.md": DRUG})
    (tmp_path / "b.md").symlink_to("b.md")
    found = discover([tmp_path / "b.md" if named else tmp_path], tmp_path)
    assert messages(found) == [("b.md", "symbolic link loop, not followed")]


def test_a_link_to_nothing(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.md": DRUG})
    (tmp_path / "b.md").symlink_to("gone.md")
    (tmp_path / "c.bin").symlink_to("gone.bin")
    found = discover([tmp_path], tmp_path)
    assert names(found, tmp_path) == ["a.md"]
    assert messages(found) == [("b.md", "symbolic link to a file that does not exist")]


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.md": DRUG})
    found = discover([tmp_path / "nope", tmp_path], tmp_path)
    assert names(found, tmp_path) == ["a.md"]
    assert messages(found) == [("nope", "no such file or directory")]


def test_a_folder_without_documents(tmp_path: Path) -> None:
    write_tree(tmp_path, {"empty/x.png": "", "a.md": DRUG})
    found = discover([tmp_path / "empty", tmp_path], tmp_path)
    assert messages(found) == [("empty", "no documents in this directory")]
    assert ".markdown" in found.failures[0].hint


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    write_tree(tmp_path, {"shut/a.md": DRUG, "b.md": DRUG})
    (tmp_path / "shut").chmod(0)
    found = discover([tmp_path], tmp_path)
    (tmp_path / "shut").chmod(0o700)
    assert names(found, tmp_path) == ["b.md"]
    assert messages(found) == [("shut", "cannot be read: Permission denied")]
