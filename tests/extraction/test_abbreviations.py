from __future__ import annotations

from monolint.extraction.abbreviations import expand, learn_abbreviations


def test_short_forms_are_learned_from_their_definition() -> None:
    known = learn_abbreviations(["Late heart pain (LHP) and left ventricular ejection fraction (LVEF)."])
    assert known == {
        "LHP": "late heart pain",
        "LVEF": "left ventricular ejection fraction",
    }


def test_brackets_that_define_nothing_are_left_alone() -> None:
    assert learn_abbreviations(["Take it (IV) daily.", "A tablet (see below).", "Stop (OK)."]) == {}


def test_the_first_definition_stands() -> None:
    texts = ["Chronic heart disease (CHD).", "Coronary hard deposits (CHD)."]
    assert learn_abbreviations(texts) == {"CHD": "chronic heart disease"}


def test_expand_replaces_whole_words_only() -> None:
    assert expand("LHP and LHPs", {"LHP": "late heart pain"}) == "late heart pain and LHPs"
