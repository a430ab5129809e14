from __future__ import annotations

from pathlib import Path

from monolint.reporting.rebasing import rebased

from .samples import FAILED, REPORT


def test_paths_are_those_of_the_reader() -> None:
    root = Path("/project")
    assert rebased(REPORT, root, root) is REPORT
    inside = rebased(REPORT, root, root / "north")
    assert [place.path for place in inside.findings[0].evidence] == [
        *("veltrazine.md", "/project/south/veltrazine.md", "veltrazine.md", "/project/south/veltrazine.md"),
    ]
    assert inside.unread[0].path == "veltrazine.md"
    assert inside.notices[0].path == "README.md"
    assert rebased(FAILED, root, Path("/")).failures[0].path == "project/x.md"


def test_paths_outside_the_root_stay_absolute() -> None:
    absolute = rebased(REPORT, Path("/a"), Path("/b"))
    assert absolute.findings[0].evidence[0].path == "/a/north/veltrazine.md"
