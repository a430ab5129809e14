"""What a document is about when its title is lost."""

from __future__ import annotations

from monolint.reading import read_document


def test_a_text_that_lost_its_title_is_about_the_drug_its_file_is_named_after() -> None:
    text = "---\ntitle: [\nx: y: z\n---\n## Contraindications\nNone.\n"
    document = read_document("site/exemplin-forte.md", text.encode())
    assert document.subject is not None
    assert document.subject.name == "exemplin forte"
    assert [problem.code for problem in document.problems] == ["front-matter-broken"]


def test_a_text_without_front_matter_is_not_named_after_its_file() -> None:
    assert read_document("notes.md", b"Some words.\n").subject is None
