"""Reading the two seed monographs, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from monolint.domain.document import Document, Origin, PassageKind
from monolint.reading import read_document, same_drug
from tests.reading.places import misplaced, raw_of
from tests.reading.reading_of import label_texts, passage_with

_SEEDS = ("zynapte", "rxhive")


def _seed(root: Path, source: str) -> Document:
    path = root / "seeds" / source / "ado-trastuzumab-emtansine.md"
    return read_document(f"seeds/{source}/{path.name}", path.read_bytes(), source)


@pytest.mark.parametrize("source", _SEEDS)
@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_each_passage_is_its_characters_of_the_file(root: Path, source: str, newline: bytes) -> None:
    path = root / "seeds" / source / "ado-trastuzumab-emtansine.md"
    plain = read_document("a.md", path.read_bytes())
    document = read_document("a.md", b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", newline))
    assert misplaced(document) == []
    assert [passage.text for passage in document.passages] == [passage.text for passage in plain.passages]
    for passage in document.passages:
        raw = " ".join(raw_of(document, passage).replace("*", "").split())
        assert raw == passage.text


def test_both_are_one_drug(root: Path) -> None:
    first, second = (_seed(root, source).subject for source in _SEEDS)
    assert first is not None
    assert second is not None
    assert first.aliases == {"trastuzumab emtansine"}
    assert first.brands == {"kadcyla"}
    assert same_drug(first, second)


def test_front_matter_questions_hold_answers_and_answers_hold_markers(root: Path) -> None:
    document = _seed(root, "zynapte")
    items = [item for item in document.faq if item.origin == Origin.FRONT_MATTER]
    assert len(items) == 9
    for item in items:
        assert item.question.text.endswith("?")
        assert item.embedded_answer is not None
        assert [answer.text for answer in item.answers] == [item.embedded_answer.text]
        assert item.answer_marker is not None
        assert item.answer_marker.slice(document.text) == "A:**"


def test_the_questions_of_the_bodies_have_one_answer_each(root: Path) -> None:
    for source, count in zip(_SEEDS, (9, 6), strict=True):
        items = [item for item in _seed(root, source).faq if item.origin == Origin.FAQ]
        assert [len(item.answers) for item in items] == [1] * count
        assert all(item.question.text.endswith("?") for item in items)


def test_the_heading_that_holds_a_claim(root: Path) -> None:
    document = _seed(root, "zynapte")
    (heading,) = (heading for heading in document.headings if heading.body_text)
    assert heading.text == "Children"
    assert heading.body_text is not None
    assert heading.body_text.section == "paediatric"
    assert document.lines.position(heading.span.start).line == 120


@pytest.mark.parametrize(
    ("source", "text", "line", "sections"),
    [
        ("zynapte", "Concomitant use should be avoided", 160, ("interaction",)),
        ("zynapte", "7 months after the last dose", 166, ("pregnancy", "lactation")),
        ("zynapte", "No dose adjustment is recommended", 125, ("posology", "posology", "renal")),
        ("rxhive", "is contraindicated in patients", 59, ("warning",)),
        ("rxhive", "can harm the developing fetus", 62, ("warning", "pregnancy")),
        ("rxhive", "Nodular regenerative", 48, ("undesirable_effect",)),
    ],
)
def test_passages_stand_on_their_line_in_their_section(
    root: Path, source: str, text: str, line: int, sections: tuple[str, ...]
) -> None:
    document = _seed(root, source)
    passage = passage_with(document, text)
    assert document.lines.position(passage.span.start).line == line
    assert passage.sections == sections


def test_items_know_what_introduces_them(root: Path) -> None:
    document = _seed(root, "rxhive")
    assert (
        label_texts(passage_with(document, "Myalgia"))[-1] == "Common side effects (>10% incidence) include"
    )
    assert label_texts(passage_with(document, "Nodular regenerative"))[-1] == (
        "Less common but serious side effects include"
    )


def test_no_prose_is_lost(root: Path) -> None:
    for source in _SEEDS:
        document = _seed(root, source)
        covered = [False] * len(document.text)
        spans = [passage.span for passage in document.passages]
        spans += [label.span for passage in document.passages for label in passage.labels]
        spans += [scalar.span for scalar in document.scalars] + [
            scalar.key_span for scalar in document.scalars
        ]
        spans += [heading.span for heading in document.headings]
        for span in spans:
            covered[span.start : span.end] = [True] * len(span)
        left = "".join(c for c, seen in zip(document.text, covered, strict=True) if not seen)
        assert {word for word in left.split() if any(c.isalpha() for c in word)} <= {
            "**A:**", "*A:", "q:", "a:", "faqs:", "**Q:", "**A:", "A:**",
        }  # fmt: skip


def test_the_kinds_of_passages(root: Path) -> None:
    kinds = {passage.kind for source in _SEEDS for passage in _seed(root, source).passages}
    assert kinds == set(PassageKind) - {PassageKind.CELL}
