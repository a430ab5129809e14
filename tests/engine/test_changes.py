"""What a change brings, in real git repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from monolint.domain.finding import Finding, Report, Severity
from monolint.engine.changes import check_since, check_staged
from monolint.engine.check import Wanted
from monolint.engine.errors import SetupErrors
from monolint.engine.settings import resolve_settings

from .repositories import Repository, new_repository

WARNINGS = Wanted(Severity.WARNING, unread=False)
MAY = "It may be used in pregnancy."


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Two documents that disagree on porphyria, committed."""
    made = new_repository(tmp_path / "a repository")
    made.put("a.md")
    made.put("b.md", "Porphyria.")
    made.commit()
    return made


def since(repository: Repository, ref: str = "HEAD", *paths: Path) -> Report:
    chosen = paths or (repository.folder,)
    return check_since(chosen, resolve_settings(chosen, repository.folder), ref, WARNINGS)


def staged(repository: Repository) -> Report:
    chosen = (repository.folder,)
    return check_staged(chosen, resolve_settings(chosen, repository.folder), WARNINGS)


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def paths(finding: Finding) -> list[str]:
    return [evidence.path for evidence in finding.evidence]


def test_nothing_changed_brings_nothing(repository: Repository) -> None:
    report = since(repository)
    assert report.findings == ()
    assert report.before == 1
    assert report.documents == 2


def test_a_changed_value_is_told_and_what_was_there_is_counted(repository: Repository) -> None:
    repository.put("b.md", "Porphyria.", MAY)
    report = since(repository)
    assert rules(report) == ["pregnancy-advice"]
    assert report.before == 1


def test_the_changed_side_stands_first(repository: Repository) -> None:
    repository.put("b.md", "Porphyria.", MAY)
    (finding,) = since(repository).findings
    assert paths(finding) == ["b.md", "a.md"]
    assert [evidence.role.value for evidence in finding.evidence] == ["primary", "other"]


def test_a_heading_that_changes_the_case_of_untouched_lines_counts(repository: Repository) -> None:
    repository.put("b.md", "Porphyria.", MAY)
    repository.commit()
    text = (repository.folder / "b.md").read_text()
    (repository.folder / "b.md").write_text(
        text.replace("## Pregnancy", "## Lactation").replace("pregnancy", "breastfeeding")
    )
    assert rules(since(repository)) == []
    (repository.folder / "b.md").write_text(text)
    assert rules(since(repository, "HEAD~1")) == ["pregnancy-advice"]


def test_a_deleted_document_s_partner_is_not_blamed(repository: Repository) -> None:
    repository.put("c.md", "Porphyria.")
    repository.commit()
    (repository.folder / "b.md").unlink()
    report = since(repository)
    assert rules(report) == []
    assert report.documents == 2


def test_a_renamed_document_brings_nothing(repository: Repository) -> None:
    repository.git("mv", "b.md", "renamed.md")
    assert rules(staged(repository)) == []
    assert rules(since(repository)) == []


def test_an_untracked_document_is_new_on_the_disk_and_not_in_the_index(repository: Repository) -> None:
    repository.put("new document.md", "Gout.", MAY)
    assert set(rules(since(repository))) == {"contraindications-none", "pregnancy-advice"}
    report = staged(repository)
    assert rules(report) == []
    assert report.documents == 2


def test_what_is_staged_is_checked_and_not_what_is_on_the_disk(repository: Repository) -> None:
    repository.put("b.md", "Porphyria.", MAY)
    assert rules(staged(repository)) == []
    repository.git("add", "b.md")
    repository.put("b.md", "Porphyria.")
    assert rules(staged(repository)) == ["pregnancy-advice"]
    assert rules(since(repository)) == []


def test_a_staged_deletion_is_read_as_gone(repository: Repository) -> None:
    repository.git("rm", "--quiet", "--cached", "b.md")
    report = staged(repository)
    assert report.documents == 1
    assert rules(report) == []


def test_the_first_commit_is_compared_with_nothing(tmp_path: Path) -> None:
    made = new_repository(tmp_path)
    made.put("a.md")
    made.put("b.md", "Porphyria.")
    made.git("add", "--all")
    assert rules(staged(made)) == ["contraindications-none"]


@pytest.mark.parametrize(
    "name", ["über uns/größe.md", "two words.md", "a'quote\".md", "tab\there.md", "-dash.md"]
)
def test_any_name_will_do(repository: Repository, name: str) -> None:
    repository.put(name, "Porphyria.")
    repository.commit()
    repository.put(name, "Porphyria.", MAY)
    repository.git("add", "--all")
    for report in (staged(repository), since(repository)):
        assert rules(report) == ["pregnancy-advice"]
        assert paths(report.findings[0])[0] == name


def test_it_works_in_a_worktree_and_below_the_root(repository: Repository, tmp_path: Path) -> None:
    repository.git("worktree", "add", "--quiet", str(tmp_path / "tree"), "-b", "side")
    tree = Repository(tmp_path / "tree")
    tree.put("b.md", "Porphyria.", MAY)
    assert rules(since(tree)) == ["pregnancy-advice"]
    tree.git("add", "--all")
    assert rules(staged(tree)) == ["pregnancy-advice"]
    assert rules(since(tree, "HEAD", tree.folder / "b.md")) == []


def test_a_link_to_the_repository_will_do(repository: Repository, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(repository.folder, target_is_directory=True)
    repository.put("b.md", "Porphyria.", MAY)
    assert rules(since(Repository(link))) == ["pregnancy-advice"]


def test_a_merge_base_in_a_shallow_clone_is_asked_for(repository: Repository, tmp_path: Path) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.put("b.md", "Porphyria.", MAY)
    repository.commit()
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(tmp_path / "clone"))
    with pytest.raises(SetupErrors) as caught:
        since(Repository(tmp_path / "clone"), first)
    (failure,) = caught.value.errors
    assert failure.path == "--changed-since"
    assert "this clone is shallow; fetch the commit first: git fetch" in failure.hint


@pytest.mark.parametrize("ref", ["no-such-branch", "--output=x", ""])
def test_a_name_of_no_commit_is_refused(repository: Repository, ref: str) -> None:
    with pytest.raises(SetupErrors) as caught:
        since(repository, ref)
    assert "there is no commit" in caught.value.errors[0].message
    assert not (repository.folder / "x").exists()


def test_outside_of_a_repository_nothing_can_be_compared(tmp_path: Path) -> None:
    with pytest.raises(SetupErrors) as caught:
        since(Repository(tmp_path))
    assert "is in no git repository" in caught.value.errors[0].message


def test_a_document_that_could_not_be_read_before_is_no_failure_now(repository: Repository) -> None:
    (repository.folder / "b.md").write_bytes(b"\xff\xfe")
    repository.commit()
    repository.put("b.md", "Porphyria.")
    report = since(repository)
    assert report.failures == ()
    assert rules(report) == ["contraindications-none"]


def test_a_state_that_was_lost_from_the_cache_is_read_again_as_it_was(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.put("b.md", "Porphyria.", MAY)
    repository.git("add", "b.md")
    repository.put("b.md", "Porphyria.")
    monkeypatch.setattr("monolint.engine.cache.shelf.Shelf.body", lambda _shelf, _key: b"")
    assert rules(staged(repository)) == ["pregnancy-advice"]
