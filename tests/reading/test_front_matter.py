from __future__ import annotations

import pytest

from monolint.domain.document import Document, LabelKind, Origin, PassageKind
from tests.reading.places import misplaced, raw_of
from tests.reading.reading_of import passage_with, read, texts


def _scalars(document: Document) -> dict[str, str]:
    return {scalar.key: scalar.text for scalar in document.scalars}


def _codes(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]


def test_scalars_keep_their_written_form() -> None:
    document = read(
        "---\nbanned: no\nversion: 1.10\nday: 2024-01-02\nnull_value: ~\nempty:\nquoted: 'it''s'\n"
        "tags: [a, b]\nnested:\n  deep:\n    - x: 1\n---\n"
    )
    assert _scalars(document) == {
        "banned": "no",
        "version": "1.10",
        "day": "2024-01-02",
        "null_value": "~",
        "empty": "",
        "quoted": "it's",
        "tags[0]": "a",
        "tags[1]": "b",
        "nested.deep[0].x": "1",
    }
    assert document.problems == ()
    version = document.scalars[1]
    assert version.span.slice(document.text) == "1.10"
    assert version.key_span.slice(document.text) == "version"


def test_a_key_given_twice_is_a_problem_and_both_values_are_kept() -> None:
    document = read("---\ndose_max: 40 mg\ndose_max: 80 mg\n---\n")
    assert _codes(document) == ["front-matter-duplicate-key"]
    (problem,) = document.problems
    assert document.lines.position(problem.span.start).line == 3
    assert texts(document) == ["40 mg", "80 mg"]


def test_broken_yaml_is_a_problem_with_its_line_and_the_rest_is_read() -> None:
    document = read("---\ntitle: Zentaline\nbad: one: two\nstorage: Keep it dry.\n---\n## Dosage\n\n5 mg\n")
    assert _codes(document) == ["front-matter-broken"]
    (problem,) = document.problems
    assert document.lines.position(problem.span.start).line == 3
    assert "line 3" in problem.message
    assert texts(document) == ["Keep it dry.", "5 mg"]
    assert _scalars(document)["bad"] == "one: two"
    assert document.subject is not None
    assert document.subject.name == "zentaline"


def test_a_line_that_is_no_yaml_counts_as_its_key_and_text() -> None:
    document = read("---\ntitle: Zentaline: a monograph\nstorage: Keep it: dry.\n---\n")
    assert _scalars(document) == {"title": "Zentaline: a monograph", "storage": "Keep it: dry."}
    assert texts(document) == ["Keep it: dry."]
    assert misplaced(document) == []


def test_front_matter_that_is_never_closed() -> None:
    document = read("---\ntitle: Zentaline\nstorage: Keep it dry.\n\n## Dosage\n\n5 mg\n")
    assert _codes(document) == ["front-matter-unclosed"]
    assert texts(document) == ["Keep it dry.", "5 mg"]


def test_toml_is_named_and_the_body_is_read() -> None:
    document = read('+++\ntitle = "Zentaline"\n+++\n## Dosage\n\n5 mg\n')
    assert _codes(document) == ["front-matter-toml"]
    assert "not supported" in document.problems[0].message
    assert texts(document) == ["5 mg"]


@pytest.mark.parametrize("text", ["## Dosage\n\n5 mg\n", "\n\n5 mg\n", "5 mg\n\n---\n\n5 mg\n"])
def test_no_front_matter_is_fine(text: str) -> None:
    document = read(text)
    assert document.problems == ()
    assert document.scalars == ()
    assert texts(document)[0] == "5 mg"


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    document = read("---\n\nJust prose.\n")
    assert document.problems == ()
    assert texts(document) == ["Just prose."]


def test_a_section_key_is_a_passage_under_its_label() -> None:
    document = read("---\ntitle: Zentaline\ncontraindications: None\ndosage:\n  adults: 5 mg\n---\n")
    none = passage_with(document, "None")
    assert (none.kind, none.origin, none.section) == (
        PassageKind.SCALAR,
        Origin.FRONT_MATTER,
        "contraindication",
    )
    assert [(label.kind, label.text) for label in passage_with(document, "5 mg").labels] == [
        (LabelKind.KEY, "dosage"),
        (LabelKind.KEY, "adults"),
    ]
    assert texts(document) == ["None", "5 mg"]


def test_items_of_a_list_under_a_section_key() -> None:
    document = read("---\nsideEffects:\n  - itching\n  - rash\n---\n")
    assert texts(document) == ["itching", "rash"]
    assert {passage.section for passage in document.passages} == {"undesirable_effect"}


def test_metadata_is_no_passage() -> None:
    document = read(
        "---\ntitle: Zentaline\nlayout: page\nis_featured: false\nlastModified: '2025-09-22T17:21:52Z'\n"
        "storage: true\ntags: [a]\n---\n"
    )
    assert document.passages == ()


def test_a_flag_of_supply_is_quoted_with_its_key() -> None:
    document = read("---\ntitle: Zentaline\nisWithdrawn: true\nprescription_required: No\n---\n")
    assert [(passage.labels[-1].text, passage.text) for passage in document.passages] == [
        ("is Withdrawn", "true"),
        ("prescription required", "No"),
    ]
    assert document.passages[0].lead_in == document.passages[0].labels[-1]


@pytest.mark.parametrize(
    "yaml",
    [
        "description: Take **two tablets** at night, it's best.",
        'description: "Take **two tablets**\\nat night, it\'s best."',
        "description: 'Take **two tablets** at\n  night, it''s best.'",
        "description: >-\n  Take **two\n  tablets** at night,\n  it's best.",
        "description: |\n  Take **two tablets**\n  at night, it's best.",
        "description: Take **two tablets**\n  at night,\n  it's best.",
        'description: "Take \\x2A*two\\\n   \\ tablets** at night, it\\u0027s best."',
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_style_of_scalar_is_read_and_keeps_its_places(yaml: str, newline: str) -> None:
    document = read(f"---\n{yaml}\nlast: x\n---\n".replace("\n", newline))
    (passage,) = document.passages
    assert passage.text == "Take two tablets at night, it's best."
    assert misplaced(document) == []
    raw = raw_of(document, passage)
    assert raw.startswith("Take")
    assert raw.endswith("best.")
    at = passage.text.index("tablets")
    assert passage.source_map.span(at, at + 7).slice(document.text) == "tablets"


def test_a_list_flattened_into_one_line_has_its_lead_ins() -> None:
    document = read("---\ndescription: >-\n  - It is for these:     - **Hives:** yes. - **Gout:** no.\n---\n")
    assert [(passage.lead_in and passage.lead_in.text, passage.text) for passage in document.passages] == [
        (None, "It is for these:"),
        ("Hives", "yes."),
        ("Gout", "no."),
    ]


def test_markdown_in_a_literal_scalar_is_read_as_blocks() -> None:
    document = read(
        "---\ndosage: |\n  These are usual:\n\n  - **Adults:** 5 mg\n  - **Children:** 2 mg\n---\n"
    )
    child = passage_with(document, "2 mg")
    assert child.kind == PassageKind.SCALAR
    assert [label.text for label in child.labels] == ["dosage", "These are usual", "Children"]


def test_faq_lists_become_items() -> None:
    document = read(
        "---\nfaqs:\n  - q: Is it safe in pregnancy?\n    a: No.\n  - question: Why?\n    answer: So.\n---\n"
    )
    first, second = document.faq
    assert (first.question.text, [answer.text for answer in first.answers]) == (
        "Is it safe in pregnancy?",
        ["No."],
    )
    assert first.origin == Origin.FRONT_MATTER
    assert first.answers[0].section == "pregnancy"
    assert second.question.text == "Why?"
    assert (first.embedded_answer, first.answer_marker) == (None, None)


def test_an_answer_inside_a_question_and_a_marker_left_over() -> None:
    document = read(
        "---\nfaqs:\n  - q: >-\n      Is it safe\n      in pregnancy?**\n\n"
        "      **A:** No. It\n      harms.\n"
        "    a: >-\n      A:** No. It harms.\n---\n"
    )
    (item,) = document.faq
    assert item.question.text == "Is it safe in pregnancy?"
    assert item.embedded_answer is not None
    assert item.embedded_answer.text == "No. It harms."
    assert item.answer_marker is not None
    assert item.answer_marker.slice(document.text) == "A:**"
    assert [answer.text for answer in item.answers] == ["No. It harms."]
    assert [passage.kind for passage in document.passages] == [
        PassageKind.QUESTION,
        PassageKind.ANSWER,
        PassageKind.ANSWER,
    ]
    assert misplaced(document) == []


def test_aliases_cannot_multiply() -> None:
    lines = ["a: &a [x, x]"] + [
        f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    document = read("---\n" + "\n".join(lines) + "\n---\n")
    assert len(document.scalars) == 2
