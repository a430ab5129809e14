"""What is kept is found again, what has changed is not, and findings never tell the difference."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from monolint import reading
from monolint.domain.finding import Report
from monolint.engine import comparing_drugs, crew, reading_files, reading_one
from monolint.engine.check import check
from monolint.engine.config import Configuration, Source
from monolint.engine.files import load
from monolint.engine.reading_one import Task, read_file
from monolint.engine.settings import Settings
from monolint.reading import read_document
from monolint.rules import builtin_directory, run_rules

from .generated import write_corpus
from .trees import write_tree

DRUGS = 6


class Watch:
    """What a run really did."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.compared: list[str] = []

    def forget(self) -> None:
        self.read.clear()
        self.compared.clear()


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    seen = Watch()

    def reading_it(task: Task) -> object:
        seen.read.append(task.name)
        return read_file(task)

    def comparing(rules: object, group: object) -> object:
        seen.compared.append(group.subject)  # type: ignore[attr-defined]
        return run_rules(rules, group)  # type: ignore[arg-type]

    monkeypatch.setattr(reading_files, "read_file", reading_it)
    monkeypatch.setattr(comparing_drugs, "run_rules", comparing)
    return seen


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two sources about a few drugs, written a while ago."""
    folder = tmp_path / "corpus"
    write_corpus(folder, drugs=DRUGS, seed=5)
    aged(folder)
    return folder


def aged(folder: Path) -> None:
    """Wind back the clocks of files: a stat proves nothing about a file that has just changed."""
    for file in folder.rglob("*.md"):
        os.utime(file, (1_000_000_000, 1_000_000_000))


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for the change time of inodes, which nobody can wind back."""
    monkeypatch.setattr("monolint.engine.files._SETTLED_NS", 0)


@pytest.fixture
def settings(corpus: Path, tmp_path: Path) -> Settings:
    return Settings(corpus, Configuration(), cache_file=tmp_path / "cache" / "cache.sqlite")


def plain(report: Report) -> Report:
    return replace(report, remarks=())


def test_a_second_run_reads_and_compares_nothing(corpus: Path, settings: Settings, watch: Watch) -> None:
    first = check([corpus], settings)
    assert first.findings
    assert (len(watch.read), len(watch.compared)) == (2 * DRUGS, DRUGS)
    watch.forget()
    assert check([corpus], settings) == first
    assert (watch.read, watch.compared) == ([], [])


def test_one_changed_document_is_read_and_its_drug_compared(
    corpus: Path, settings: Settings, watch: Watch
) -> None:
    check([corpus], settings)
    watch.forget()
    file = sorted(corpus.rglob("*.md"))[3]
    file.write_text(file.read_text().replace("mg", "g"))
    warm = check([corpus], settings)
    assert watch.read == [file.relative_to(corpus).as_posix()]
    assert len(watch.compared) == 1
    assert plain(check([corpus], replace(settings, cache_file=None))) == warm


def test_a_removed_document_is_missed_by_its_drug_alone(
    corpus: Path, settings: Settings, watch: Watch
) -> None:
    check([corpus], settings)
    watch.forget()
    sorted(corpus.rglob("*.md"))[0].unlink()
    warm = check([corpus], settings)
    assert (watch.read, len(watch.compared)) == ([], 1)
    assert check([corpus], replace(settings, cache_file=None)) == warm


def test_a_touched_document_is_known_by_its_content(corpus: Path, settings: Settings, watch: Watch) -> None:
    first = check([corpus], settings)
    watch.forget()
    aged(corpus)
    for file in corpus.rglob("*.md"):
        os.utime(file)
    assert check([corpus], settings) == first
    assert watch.read == []


def test_a_change_that_hides_behind_an_old_time_and_the_same_size_is_seen(
    corpus: Path, settings: Settings, watch: Watch
) -> None:
    check([corpus], settings)
    watch.forget()
    file = sorted(corpus.rglob("*.md"))[0]
    file.write_text(file.read_text().swapcase())
    aged(corpus)
    check([corpus], settings)
    assert watch.read == [file.relative_to(corpus).as_posix()]


def test_a_file_that_has_just_changed_is_not_taken_by_its_stat(
    corpus: Path, settings: Settings, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monolint.engine.files._SETTLED_NS", 10**18)
    check([corpus], settings)
    loads: list[Path] = []

    def counted(path: Path, name: str, most: int) -> object:
        loads.append(path)
        return load(path, name, most)

    monkeypatch.setattr(reading_one, "load", counted)
    watch.forget()
    check([corpus], settings)
    assert (len(loads), watch.read) == (2 * DRUGS, [])


def test_other_rules_need_no_reading(corpus: Path, settings: Settings, watch: Watch, tmp_path: Path) -> None:
    check([corpus], settings)
    watch.forget()
    own = tmp_path / "own"
    own.mkdir()
    text = (builtin_directory() / "maximum-dose.yaml").read_text()
    (own / "own-maximum.yaml").write_text(text.replace("id: maximum-dose", "id: own-maximum"))
    configured = replace(settings, configuration=Configuration(rules=(str(own),)))
    check([corpus], configured)
    assert (watch.read, len(watch.compared)) == ([], DRUGS)
    watch.forget()
    (own / "own-maximum.yaml").write_text(text.replace("id: maximum-dose", "id: own-maximum") + "\n")
    check([corpus], configured)
    assert (watch.read, len(watch.compared)) == ([], DRUGS)


@pytest.mark.parametrize(
    "changed",
    [
        {"select": ("dose*",)},
        {"ignore": ("dose*",)},
        {"configuration": Configuration(severity={"dose": "off"})},
        {"configuration": Configuration(options={"dose": {"tolerance": 9.0}})},
        {
            "configuration": Configuration(
                sources=(
                    Source("north", ("north/",), jurisdiction="X"),
                    Source("south", ("south/",), jurisdiction="Y"),
                )
            )
        },
    ],
    ids=["select", "ignore", "severity", "options", "sources"],
)
def test_other_choices_have_findings_of_their_own(
    corpus: Path, settings: Settings, watch: Watch, changed: dict[str, object]
) -> None:
    before = check([corpus], settings)
    watch.forget()
    chosen = replace(settings, **changed)  # type: ignore[arg-type]
    warm = check([corpus], chosen)
    assert watch.read == []
    assert warm == check([corpus], replace(chosen, cache_file=None))
    assert warm != before
    assert check([corpus], settings) == before


def test_other_code_reads_anew(
    corpus: Path, settings: Settings, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    check([corpus], settings)
    watch.forget()
    monkeypatch.setattr(reading_one, "reading_stamp", lambda: b"another version")
    check([corpus], settings)
    assert len(watch.read) == 2 * DRUGS


def test_texts_without_a_drug_and_unreadable_ones_are_kept_too(
    corpus: Path, settings: Settings, watch: Watch
) -> None:
    write_tree(corpus, {"README.md": "# How to write\n\nText.\n", "bad.md": b"# A\n\n\xff\n", "void.md": " "})
    first = check([corpus], settings)
    assert (first.skipped, len(first.failures)) == (2, 1)
    watch.forget()
    assert check([corpus], settings) == first
    assert watch.read == []


def test_a_crash_is_not_kept(
    corpus: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, watch: Watch
) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError("by design")

    with monkeypatch.context() as broken:
        broken.setattr(comparing_drugs, "run_rules", crash)
        assert len(check([corpus], settings).failures) == DRUGS
    watch.forget()
    assert check([corpus], settings).failures == ()
    assert len(watch.compared) == DRUGS


@pytest.mark.parametrize("table", ["reading", "verdict", "file"])
def test_damaged_entries_are_made_anew(corpus: Path, settings: Settings, table: str) -> None:
    first = check([corpus], settings)
    assert settings.cache_file is not None
    columns = {
        "reading": ("head", "body", "unread"),
        "verdict": ("counts", "main", "rest"),
        "file": ("stat", "digest"),
    }
    for column in columns[table]:
        with sqlite3.connect(settings.cache_file) as connection:
            connection.execute(f"UPDATE {table} SET {column} = ?", (b"rot",))
            if column == "body":
                connection.execute("DELETE FROM verdict")
        connection.close()
        assert plain(check([corpus], settings)) == first, column


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_findings_are_the_same_cold_warm_without_cache_and_with_any_jobs(
    tmp_path: Path, root: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "SMALL_RUN", 0)
    folder = tmp_path / "corpus"
    write_corpus(folder, drugs=8, seed=seed)
    paths = [folder, root / "seeds"]
    expected = check(paths, Settings(tmp_path, Configuration()))
    assert expected.findings
    assert expected.unread
    for jobs in (1, 2, 3):
        cache = tmp_path / f"{jobs}.sqlite"
        for cache_file in (None, cache, cache):
            found = check(paths, Settings(tmp_path, Configuration(), cache_file=cache_file, jobs=jobs))
            assert found == expected


def test_a_document_that_kills_its_reader_is_named_and_all_others_are_reported(
    corpus: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform != "linux":
        pytest.skip("only forked workers see the stand-in")
    files = sorted(corpus.rglob("*.md"))
    deadly = files[4].relative_to(corpus).as_posix()

    def deadly_read(name: str, data: bytes) -> object:
        if name == deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        return read_document(name, data)

    monkeypatch.setattr(crew, "SMALL_RUN", 0)
    monkeypatch.setattr(reading, "read_document", deadly_read)
    found = check([corpus], replace(settings, jobs=2))
    assert [(item.path, item.message) for item in found.failures] == [
        (deadly, "a worker process died while reading this (killed by SIGKILL)")
    ]
    assert found.documents == len(files) - 1
    monkeypatch.setattr(reading, "read_document", read_document)
    assert check([corpus], settings) == check([corpus], replace(settings, cache_file=None))
