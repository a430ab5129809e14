from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from monolint.domain.finding import Confidence, Failure, Finding, Notice, Severity
from monolint.engine import comparing_drugs as module
from monolint.engine.check import check
from monolint.engine.config import Configuration
from monolint.engine.config_tables import validated
from monolint.engine.errors import SetupErrors
from monolint.engine.reading_files import read_corpus
from monolint.engine.settings import Settings

from .stages import finding, install
from .trees import write_tree


@pytest.fixture(autouse=True)
def _stages(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch)


def settings(root: Path, *, select: tuple[str, ...] = ("alpha-one",), **configuration: Any) -> Settings:
    return Settings(root, validated(configuration), select=select)


def test_findings_of_all_drugs_in_order(tmp_path: Path) -> None:
    write_tree(tmp_path, {"b.md": "veltrazine", "a.md": "zolmirane", "c.md": "veltrazine"})
    report = check([tmp_path], settings(tmp_path, select=("alpha-*",)))
    assert [(item.subject, item.evidence[0].path, item.rule) for item in report.findings] == [
        ("veltrazine", "b.md", "alpha-one"),
        ("veltrazine", "b.md", "alpha-two"),
        ("veltrazine", "c.md", "alpha-one"),
        ("veltrazine", "c.md", "alpha-two"),
        ("zolmirane", "a.md", "alpha-one"),
        ("zolmirane", "a.md", "alpha-two"),
    ]
    assert (report.documents, report.skipped, report.failures) == (3, 0, ())


def test_the_worst_stands_first(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.md": "veltrazine"})
    chosen = settings(tmp_path, select=(), severity={"beta-one": "error", "alpha-one": "info"})
    report = check([tmp_path], chosen)
    assert [item.rule for item in report.findings] == ["beta-one", "alpha-two", "alpha-one"]


def test_inputs_that_fail_do_not_keep_the_others_from_being_checked(tmp_path: Path) -> None:
    tree: dict[str, str | bytes] = {
        "binary.md": b"\0\1",
        "crash.md": "crash",
        "good.md": "veltrazine",
        "large.md": "x" * 2000,
        "unreadable.md": "unreadable",
    }
    write_tree(tmp_path, tree)
    limits = validated({"max-file-size": 1000})
    report = check([tmp_path, tmp_path / "gone.md"], Settings(tmp_path, limits, select=("alpha-one",)))
    assert [item.evidence[0].path for item in report.findings] == ["good.md"]
    crash = report.failures[2]
    assert crash.message == "internal error reading this: ZeroDivisionError: by design"
    assert "report it" in crash.hint
    assert "stages.py:" in crash.hint
    assert report.failures == (
        Failure("gone.md", "no such file or directory", "check the spelling of the path"),
        Failure("binary.md", "binary file, not text", "exclude it, or save it as UTF-8 text"),
        crash,
        Failure(
            "large.md",
            "2000 bytes is more than the limit of 1000 bytes",
            "raise max-file-size in the configuration, or exclude the file",
        ),
        Failure("unreadable.md", "no text", "make it text", 3),
    )


def test_a_crash_about_one_drug_names_its_files(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.md": "bad", "b.md": "bad", "c.md": "veltrazine"})
    report = check([tmp_path], settings(tmp_path))
    assert [item.evidence[0].path for item in report.findings] == ["c.md"]
    [crash] = report.failures
    assert (crash.path, crash.message) == ("a.md, b.md", "internal error comparing this: KeyError: 'bad'")


def test_an_interrupt_is_no_failure_of_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> tuple[Finding, ...]:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "run_rules", interrupted)
    write_tree(tmp_path, {"a.md": "veltrazine"})
    with pytest.raises(KeyboardInterrupt):
        check([tmp_path], settings(tmp_path))


def test_what_holds_no_drug_is_skipped_with_a_notice(tmp_path: Path) -> None:
    write_tree(tmp_path, {"README.md": "none", "empty.md": "", "a.md": "veltrazine"})
    report = check([tmp_path], settings(tmp_path))
    assert (report.documents, report.skipped) == (1, 2)
    assert report.notices == (
        Notice("README.md", "names no drug, skipped"),
        Notice("empty.md", "empty file, skipped"),
    )


def test_low_confidence_shows_on_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def all_levels(*_: object) -> tuple[Finding, ...]:
        return tuple(finding("a.md", level.label, confidence=level) for level in Confidence)

    monkeypatch.setattr(module, "run_rules", all_levels)
    write_tree(tmp_path, {"a.md": "veltrazine"})
    for least, wanted in ((Confidence.LOW, 3), (Confidence.MEDIUM, 2), (Confidence.HIGH, 1)):
        chosen = Settings(tmp_path, Configuration(), min_confidence=least)
        assert len(check([tmp_path], chosen).findings) == wanted


def test_documents_are_compared_under_configured_aliases(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.md": "veltra", "b.md": "beltra"})
    report = check([tmp_path], settings(tmp_path, aliases={"veltrazine": ["veltra", "beltra"]}))
    assert {item.subject for item in report.findings} == {"veltrazine"}


def test_documents_know_their_source(tmp_path: Path) -> None:
    write_tree(tmp_path, {"north/a.md": "veltrazine", "north/old/b.md": "veltrazine", "c.md": "veltrazine"})
    sources = [{"name": "north", "include": ["north/"], "exclude": ["old/"]}]
    corpus = read_corpus([tmp_path], settings(tmp_path, sources=sources))
    assert {reading.path: reading.source for reading in corpus.readings} == {
        "c.md": None,
        "north/a.md": "north",
        "north/old/b.md": None,
    }


def test_the_order_of_arguments_changes_nothing(tmp_path: Path) -> None:
    write_tree(tmp_path, {"x/a.md": "veltrazine", "y/b.md": "veltrazine", "z.md": "none"})
    arguments = [tmp_path / "x", tmp_path / "y", tmp_path / "z.md", tmp_path / "gone"]
    reports = [check(order, settings(tmp_path)) for order in permutations(arguments)]
    assert all(report == reports[0] for report in reports)
    assert len(reports[0].findings) == 2


def test_unusable_choices_stop_the_run_all_named(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.md": "veltrazine"})
    chosen = settings(
        tmp_path,
        select=("alpha-*", "alhpa-one"),
        severity={"beta-two": "off"},
        options={"alpha-one": {"x": 1}, "zzz": {}},
    )
    with pytest.raises(SetupErrors) as caught:
        check([tmp_path], chosen)
    assert [(error.message, error.hint) for error in caught.value.errors] == [
        ('"select": no rule is called "alhpa-one"', 'did you mean "alpha-one"?'),
        ('"severity": no rule is called "beta-two"', 'did you mean "beta-one"?'),
        ('"options": no rule is called "zzz"', "known here: alpha-one, alpha-two, beta-one"),
        ('"options.alpha-one": this rule has no options', "remove the table"),
    ]


def test_a_missing_folder_of_rules_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(SetupErrors, match=r'"rules" names .*ours, which is no directory'):
        check([tmp_path], settings(tmp_path, rules=["ours"]))


def test_rules_that_are_off_or_ignored_do_not_run(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.md": "veltrazine"})
    chosen = Settings(
        tmp_path,
        validated({"severity": {"alpha-one": "off"}}),
        ignore=("beta-*",),
    )
    report = check([tmp_path], chosen)
    assert [(item.rule, item.severity) for item in report.findings] == [("alpha-two", Severity.WARNING)]


def test_declared_jurisdictions_are_weighed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def contradiction(*_: object) -> tuple[Finding, ...]:
        first, other = finding("us/a.md", severity=Severity.ERROR), finding("eu/a.md")
        return (replace(first, evidence=(*first.evidence, *other.evidence)),)

    monkeypatch.setattr(module, "run_rules", contradiction)
    write_tree(tmp_path, {"us/a.md": "veltrazine", "eu/a.md": "veltrazine"})
    sources = [{"name": name, "include": [f"{name}/"], "jurisdiction": name.upper()} for name in ("us", "eu")]
    [found] = check([tmp_path], settings(tmp_path, sources=sources)).findings
    assert found.severity is Severity.WARNING
    [found] = check([tmp_path], settings(tmp_path)).findings
    assert found.severity is Severity.ERROR
