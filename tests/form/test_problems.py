"""What is broken in the front matter, one check for each code."""

from __future__ import annotations

import pytest

from monolint.form.problems import problems_with

from .checking import defects, quotes

TEXTS = {
    "front-matter-broken": ("---\ntitle: Exemplin\nnote: a: b\n---\nText.\n", "note: a: b"),
    "front-matter-duplicate-key": ("---\ntitle: Exemplin\ndose: 1 mg\ndose: 2 mg\n---\nText.\n", "dose"),
    "front-matter-unclosed": ("---\ntitle: Exemplin\n\nText.\n", "---"),
    "front-matter-toml": ('+++\ntitle = "Exemplin"\n+++\nText.\n', "+++"),
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_problem_is_told_by_its_own_check_alone(code: str) -> None:
    text, place = TEXTS[code]
    assert {other: quotes(problems_with(other), text) for other in TEXTS} == {
        other: [(place,)] if other == code else [] for other in TEXTS
    }


def test_the_message_has_no_full_stop_and_the_value_no_line_number() -> None:
    (found,) = defects(problems_with("front-matter-broken"), TEXTS["front-matter-broken"][0])
    assert found.words["value"].startswith("The front matter is not valid YAML at line 3: ")
    assert not found.words["value"].endswith(".")
    assert found.value == "note: a: b"
