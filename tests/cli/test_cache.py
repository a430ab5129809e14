"""The cache at the command line, in real processes: faults of every kind, and the same report each time."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from monolint.cli.main import INTERRUPTED
from monolint.engine.cache.location import FILE_NAME
from monolint.engine.cache.store import SCHEMA_VERSION

from ..engine.generated import write_corpus

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="limits, signals and rights of Linux"),
]
_CAPABILITY_DROP, _RIGHTS_OF_ROOT = 24, (1, 2)
Prepare = Callable[[], None]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    write_corpus(folder, drugs=6, seed=1)
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    folder = tmp_path / "cache"
    folder.mkdir()
    return folder


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "monolint", *arguments]


def check(corpus: Path, *options: str, **extra: Any) -> tuple[str, str]:
    """The report on standard output, and what was said on standard error."""
    done = subprocess.run(
        command("check", str(corpus), "--output-format", "json", *options),
        capture_output=True,
        text=True,
        check=False,
        **extra,
    )
    assert done.returncode == 1, done.stderr
    return done.stdout, done.stderr


def truth(corpus: Path) -> str:
    return check(corpus, "--no-cache", "--jobs", "1")[0]


def said_once(error: str, part: str) -> bool:
    lines = error.splitlines()
    return len(lines) == 1 and lines[0].startswith("monolint: ") and part in lines[0]


def test_cold_and_warm_say_the_same_and_nothing_else(corpus: Path, cache: Path) -> None:
    expected = truth(corpus)
    assert list(cache.iterdir()) == []
    for _ in range(3):
        assert check(corpus, "--cache-dir", str(cache)) == (expected, "")
    assert [path.name for path in cache.iterdir()] == [FILE_NAME]


def test_no_cache_leaves_what_is_there(corpus: Path, cache: Path) -> None:
    check(corpus, "--cache-dir", str(cache))
    before = (cache / FILE_NAME).read_bytes()
    check(corpus, "--cache-dir", str(cache), "--no-cache")
    assert (cache / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize(
    ("content", "part"),
    [(b"", ""), (b"something else\n" * 500, "cannot be used"), (b"SQLite format 3\0" + b"\xee" * 9000, "")],
    ids=["empty", "foreign", "broken"],
)
def test_a_file_that_is_no_cache(corpus: Path, cache: Path, content: bytes, part: str) -> None:
    (cache / FILE_NAME).write_bytes(content)
    report, error = check(corpus, "--cache-dir", str(cache))
    assert report == truth(corpus)
    assert error == "" if not content else said_once(error, part)


def test_a_cache_that_is_cut_short(corpus: Path, cache: Path) -> None:
    check(corpus, "--cache-dir", str(cache))
    file = cache / FILE_NAME
    for share in (0.9, 0.5, 0.1):
        file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])
        report, error = check(corpus, "--cache-dir", str(cache))
        assert report == truth(corpus)
        assert all(line.startswith("monolint: ") for line in error.splitlines())
        assert len(error.splitlines()) <= 2


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        (f"PRAGMA user_version = {SCHEMA_VERSION + 1}", "later version"),
        ("PRAGMA application_id = 7", "not a cache of monolint"),
        ("DROP TABLE verdict", "no such table"),
    ],
)
def test_a_database_of_another_making(corpus: Path, cache: Path, statement: str, part: str) -> None:
    check(corpus, "--cache-dir", str(cache))
    with closing(sqlite3.connect(cache / FILE_NAME)) as connection:
        connection.execute(statement)
        connection.commit()
    report, error = check(corpus, "--cache-dir", str(cache))
    assert report == truth(corpus)
    assert said_once(error, part)


def _bound_by_permissions() -> None:
    """Root passes by all permissions; without these capabilities it does not."""
    if os.geteuid() == 0:
        for right in _RIGHTS_OF_ROOT:
            ctypes.CDLL(None).prctl(_CAPABILITY_DROP, right, 0, 0, 0)


def test_a_folder_that_cannot_be_written(corpus: Path, cache: Path) -> None:
    expected = truth(corpus)
    cache.chmod(0o555)
    try:
        report, error = check(corpus, "--cache-dir", str(cache), preexec_fn=_bound_by_permissions)
    finally:
        cache.chmod(0o755)
    assert report == expected
    assert said_once(error, "cannot be used")


def test_a_cache_that_can_be_read_alone(corpus: Path, cache: Path) -> None:
    check(corpus, "--cache-dir", str(cache))
    write_corpus(corpus, drugs=6, seed=2)
    expected = truth(corpus)
    (cache / FILE_NAME).chmod(0o444)
    cache.chmod(0o555)
    try:
        report, error = check(corpus, "--cache-dir", str(cache), preexec_fn=_bound_by_permissions)
    finally:
        cache.chmod(0o755)
    assert report == expected
    assert said_once(error, "cannot be written")


def _room_for(size: int) -> Prepare:
    """No file can grow beyond `size` bytes, as on a disk that is full by then."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", [0, 4096, 40_000])
def test_a_full_disk(corpus: Path, cache: Path, size: int) -> None:
    expected = truth(corpus)
    report, error = check(corpus, "--cache-dir", str(cache), preexec_fn=_room_for(size))
    assert report == expected
    assert said_once(error, FILE_NAME)
    assert check(corpus, "--cache-dir", str(cache))[0] == expected


def _started(corpus: Path, cache: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command("check", str(corpus), "--output-format", "json", "--cache-dir", str(cache), *options),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A job in the background of a script is started with interrupts ignored, and so would be its child.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def test_runs_at_once_share_the_cache(corpus: Path, cache: Path) -> None:
    expected = truth(corpus)
    runs = [_started(corpus, cache) for _ in range(4)]
    answers = [run.communicate() for run in runs]
    assert answers == [(expected, "")] * 4
    assert check(corpus, "--cache-dir", str(cache)) == (expected, "")


def _kept(cache: Path) -> int:
    try:
        with closing(sqlite3.connect(cache / FILE_NAME)) as connection:
            return int(connection.execute("SELECT count(*) FROM reading").fetchone()[0])
    except sqlite3.Error:
        return 0


def _at_work(cache: Path, run: subprocess.Popen[str]) -> None:
    """Wait until a run has kept something and is not yet done."""
    while run.poll() is None and not _kept(cache):
        time.sleep(0.02)
    assert run.poll() is None, run.communicate()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_run_leaves_a_whole_cache(corpus: Path, cache: Path, jobs: str) -> None:
    endless = _write_endless(corpus)
    run = _started(corpus, cache, "--jobs", jobs)
    _at_work(cache, run)
    os.kill(run.pid, signal.SIGKILL)
    run.communicate()
    assert _is_gone(run.pid, patience=6_000)
    endless.unlink()
    assert _kept(cache)
    assert check(corpus, "--cache-dir", str(cache)) == (truth(corpus), "")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_ends_with_all_its_processes(corpus: Path, cache: Path, jobs: str) -> None:
    _write_endless(corpus)
    run = _started(corpus, cache, "--jobs", jobs)
    _at_work(cache, run)
    os.killpg(run.pid, signal.SIGINT)
    output, error = run.communicate()
    assert (run.returncode, output, error.strip()) == (INTERRUPTED, "", "Interrupted.")
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)
    with closing(sqlite3.connect(cache / FILE_NAME)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def _is_gone(group: int, *, patience: int) -> bool:
    """Whether all processes of a group end by themselves, looking so many times."""
    for _ in range(patience):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def _write_endless(folder: Path) -> Path:
    """Enough documents for something to be kept, and a last one that takes longer than any test waits."""
    write_corpus(folder, drugs=40, seed=3)
    lines = "".join(
        f"Adults take {n} mg and {n + 1} mg every {n} hours for asthma.\n\n" for n in range(8_000)
    )
    path = folder / "zz-endless.md"
    path.write_text(f"---\ntitle: Zolmazine\n---\n\n# Zolmazine\n\n## Dosage\n\n{lines}", encoding="utf-8")
    return path


def test_info_and_clear(corpus: Path, cache: Path) -> None:
    def say(*words: str) -> tuple[int, str, str]:
        done = subprocess.run(
            command("cache", *words, "--cache-dir", str(cache)), capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout, done.stderr

    file = cache / FILE_NAME
    assert say("info") == (0, f"{file}\nnothing is kept yet\n", "")
    assert not file.exists()
    check(corpus, "--cache-dir", str(cache))
    code, text, _ = say("info")
    assert code == 0
    assert "12 documents and findings about 6 drugs" in text
    assert say("clear") == (0, f"{file}\nremoved\n", "")
    assert list(cache.iterdir()) == []
    assert say("clear")[:2] == (0, f"{file}\nnothing was kept\n")
    file.write_bytes(b"something else" * 100)
    code, text, error = say("info")
    assert (code, text) == (2, "")
    assert "monolint cache clear" in error
    assert say("clear")[0] == 0
    assert not file.exists()


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1.5"])
def test_a_wrong_number_of_jobs_is_wrong_use(corpus: Path, jobs: str) -> None:
    done = subprocess.run(
        command("check", str(corpus), "--jobs", jobs), capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "above 0" in done.stderr
