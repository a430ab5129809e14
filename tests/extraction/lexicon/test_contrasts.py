"""Every contrast is compared by one rule, and its sides can be told apart."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path

from monolint.domain.claim import Kind
from monolint.extraction.lexicon.contrasts import NEITHER, contrasts, contrasts_in
from monolint.rules import load_rule

RULES = Path(__file__).parents[3] / "rules"


def test_every_contrast_is_compared_by_one_rule() -> None:
    rules = [load_rule(path) for path in RULES.glob("*.yaml")]
    named = Counter(
        (rule.kind, name)
        for rule in rules
        if rule.comparator == "categories"
        for name in rule.options.get("objects", ())
    )
    assert [contrast.name for contrast in contrasts() if named[contrast.kind, contrast.name] != 1] == []


def test_no_side_is_the_beginning_of_another() -> None:
    """A category is the same as a finer one that begins like it."""
    for contrast in contrasts():
        sides = {side for label in contrast.phrases.labels if label != NEITHER for side in label.split("|")}
        assert [pair for pair in combinations(sorted(sides), 2) if pair[1].startswith(pair[0])] == []
        assert len(sides) > 1


def test_only_contrasts_with_a_word_in_the_text_are_tried() -> None:
    names = {contrast.name for contrast in contrasts_in("bactericidal action")}
    assert names == {"effect on bacteria"}
    assert {contrast.kind for contrast in contrasts()} == {Kind.MECHANISM, Kind.PHARMACOKINETICS, Kind.STATUS}
