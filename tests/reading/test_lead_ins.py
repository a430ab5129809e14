from __future__ import annotations

import pytest

from monolint.domain.text import SourceMap, Span
from monolint.reading.lead_ins import label_alone, split_lead_ins
from monolint.reading.mapped import MappedText
from monolint.reading.markdown import parse_inline


def _prose(text: str) -> MappedText:
    return parse_inline(text, SourceMap.identity(Span(0, len(text))))


def _pieces(text: str) -> list[tuple[str, ...]]:
    return [
        (*(label.text for label in piece.labels), piece.body.text) for piece in split_lead_ins(_prose(text))
    ]


@pytest.mark.parametrize(
    ("markdown", "pieces"),
    [
        ("**Children:** not advised.", [("Children", "not advised.")]),
        ("**Children**: not advised.", [("Children", "not advised.")]),
        ("**Children** (oral): not advised.", [("Children (oral)", "not advised.")]),
        ("**Children: ** not advised.", [("Children", "not advised.")]),
        ("**Children** – not advised.", [("Children", "not advised.")]),
        ("**Children.** Not advised.", [("Children", "Not advised.")]),
        ("Renal impairment: no adjustment.", [("Renal impairment", "no adjustment.")]),
        ("Children (6-12 years): half a tablet.", [("Children (6-12 years)", "half a tablet.")]),
        (
            "**Common:** itching, rash. **Serious:** anaphylaxis.",
            [("Common", "itching, rash."), ("Serious", "anaphylaxis.")],
        ),
        ("**Adults:** 5 mg\n**Children:** 2 mg", [("Adults", "5 mg"), ("Children", "2 mg")]),
        ("Adults: 5 mg. Children: 2 mg.", [("Adults", "5 mg."), ("Children", "2 mg.")]),
        (
            "**Dose:** Adults: 5 mg. Children: 2 mg.",
            [("Dose", "Adults", "5 mg."), ("Dose", "Children", "2 mg.")],
        ),
        (
            "Common: Itching (2%), Rash (1%) Serious: Shock",
            [("Common", "Itching (2%), Rash (1%)"), ("Serious", "Shock")],
        ),
        (
            "Common (>10%): itching. Uncommon (0.1-1%): hiccups.",
            [("Common (>10%)", "itching."), ("Uncommon (0.1-1%)", "hiccups.")],
        ),
        ("**Children**\nNot advised.", [("Children", "Not advised.")]),
        ("Dosage\nOne sachet a day.", [("Dosage", "One sachet a day.")]),
        (
            "Dosage\nOne sachet a day.\nSide effects\nItching is common.",
            [("Dosage", "One sachet a day."), ("Side effects", "Itching is common.")],
        ),
        (
            "Side effects\nVery common side effects\nItching.",
            [("Side effects", ""), ("Very common side effects", "Itching.")],
        ),
        ("_Children:_ not advised.", [("Children", "not advised.")]),
        ("Usual course. **Children:** none.", [("Usual course.",), ("Children", "none.")]),
        ("This includes:     - **Gout:** yes.", [("This includes:",), ("Gout", "yes.")]),
    ],
)
def test_lead_ins_are_cut_off(markdown: str, pieces: list[tuple[str, ...]]) -> None:
    assert _pieces(markdown) == pieces


@pytest.mark.parametrize(
    "markdown",
    [
        "**Zentaline** is a tablet.",
        "Common side effects include: itching.",
        "Take it with food: it helps.",
        "Pregnancy\nis no reason to stop.",
        "It has been studied in\nPregnancy\nTwice.",
        "None\nContraindications are not known.",
        "Uses; doses\nAll of them are listed.",
        "5 mg twice daily: the usual dose.",
        "The ratio is 1:2 here.",
        "It was given **once: never again** by mistake.",
    ],
)
def test_sentences_are_not_lead_ins(markdown: str) -> None:
    assert _pieces(markdown) == [(_prose(markdown).text,)]


@pytest.mark.parametrize("markdown", ["**Adults**", "**Adults:**", "Adults:", "**Adults** :", "*Adults*"])
def test_a_block_can_be_only_a_label(markdown: str) -> None:
    label = label_alone(_prose(markdown))
    assert label is not None
    assert label.text == "Adults"


@pytest.mark.parametrize(
    "markdown",
    ["Adults", "**None.**", "**None**", "**Take 5 mg daily**", "Common effects include:", "**Note: never.**"],
)
def test_prose_is_not_only_a_label(markdown: str) -> None:
    assert label_alone(_prose(markdown)) is None


def test_a_numbered_name_can_be_a_block_of_its_own() -> None:
    assert label_alone(_prose("4.3 Contraindications")) is not None
    assert label_alone(_prose("4.5 mg is the dose.")) is None
