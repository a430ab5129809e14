"""Phrases of advice: order decides, gaps are short, and no phrase leaves its sentence."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.extraction import lexicon
from monolint.extraction.lexicon.phrases import PhraseIndex, build_phrases, slot, spoken_words

SLOTS = {"be": slot("is are")}
INDEX = build_phrases(
    [
        ("not advised", ["not (really|all that|) advised"]),
        ("advised", ["{be} advised", "advised"]),
        ("weighed", ["good ... bad"]),
    ],
    SLOTS,
)


def labels(text: str) -> list[str]:
    return [match.label for match in INDEX.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This is advised.", ["advised"]),
        ("This is not advised.", ["not advised"]),
        ("This is not really advised.", ["not advised"]),
        ("This is not all that advised.", ["not advised"]),
        ("The good is more than the bad.", ["weighed"]),
        ("The good has one two three four five bad.", []),
        ("That is good. This is bad.", []),
    ],
)
def test_phrases_are_read(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


def test_the_match_covers_the_longest_phrase() -> None:
    text = "It is advised."
    match = INDEX.find(text)[0]
    assert text[match.start : match.end] == "is advised"


def test_an_unknown_slot_is_an_error() -> None:
    with pytest.raises(KeyError):
        build_phrases([("x", ["{nothing} advised"])], SLOTS)


@given(st.text(alphabet=st.sampled_from("is advised not good bad. ,"), max_size=200))
def test_matches_do_not_overlap(text: str) -> None:
    found = INDEX.find(text)
    assert all(left.end <= right.start for left, right in pairwise(found))


def stances(text: str) -> list[str]:
    return [match.label for match in lexicon.stances().find(text) if match.label != lexicon.GUARD]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Use in late pregnancy is contraindicated.", "contraindicated"),
        ("The drug must not be given to infants.", "contraindicated"),
        ("It should never be combined with nitrates.", "contraindicated"),
        ("It is not contraindicated in asthma.", "may_use"),
        ("Concomitant use should be avoided.", "avoid"),
        ("Do not use in children.", "avoid"),
        ("Infants shouldn't be given it.", "avoid"),
        ("You mustn’t take it.", "contraindicated"),
        ("It can't be used in infants.", "contraindicated"),
        ("It cannot be used in infants.", "contraindicated"),
        ("Safety in children hasn't been established.", "not_established"),
        ("It should not be taken while nursing.", "avoid"),
        ("Treatment is not recommended in infants.", "not_recommended"),
        ("Its use is generally not advised.", "not_recommended"),
        ("It is considered unsafe in early pregnancy.", "not_recommended"),
        ("It is not considered safe in early pregnancy.", "not_recommended"),
        ("Use with caution in the elderly.", "caution"),
        ("Caution is advised in gout.", "caution"),
        ("Renal function should be closely monitored.", "monitor"),
        ("To be used where its potential benefit justifies the risk.", "weigh_risks"),
        ("It should be used only if the benefits outweigh the risks.", "weigh_risks"),
        ("Use in pregnancy only if clearly needed.", "if_needed"),
        ("It should not be used unless absolutely necessary.", "if_needed"),
        ("It can harm the developing fetus.", "hazard"),
        ("It may cause fetal harm.", "hazard"),
        ("A dose adjustment may be necessary.", "adjust"),
        ("Reduce the dose by half.", "adjust"),
        ("Lower doses are used in cirrhosis.", "adjust"),
        ("No dose adjustment is needed.", "no_adjustment"),
        ("No dosage adjustments are required for mild impairment.", "no_adjustment"),
        ("Dose adjustment is not usually required.", "no_adjustment"),
        ("Older patients do not require a dose adjustment.", "no_adjustment"),
        ("It is generally considered safe in pregnancy.", "safe"),
        ("It is compatible with breastfeeding.", "safe"),
        ("It may be used in children.", "may_use"),
        ("A starting dose can be taken with water.", "may_use"),
        ("Safety in children has not been established.", "not_established"),
        ("There are limited data in pregnancy.", "not_established"),
        ("It is not known whether it passes into milk.", "unknown"),
        ("It is safe while breastfeeding.", "safe"),
    ],
)
def test_advice_is_read(text: str, expected: str) -> None:
    assert expected in stances(text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("It is not recommended.", "advised"),
        ("It is not contraindicated.", "contraindicated"),
        ("It is unsafe.", "safe"),
        ("It isn't safe.", "safe"),
        ("Contraindications", "contraindicated"),
        ("Precautions", "caution"),
        ("It is not considered safe.", "safe"),
        ("It should not be avoided.", "avoid"),
        ("No dose adjustment is necessary.", "adjust"),
        ("Dose adjustment is not required.", "adjust"),
        ("The recommended dose is small.", "advised"),
        ("Do not stop suddenly.", "avoid"),
        ("Do not exceed the recommended dose.", "avoid"),
        ("Avoid contact with the eyes.", "avoid"),
        ("No special precautions are needed.", "caution"),
        ("Caution is not necessary.", "caution"),
        ("It is not known whether it harms the fetus.", "hazard"),
        ("It should not be used with alcohol.", "advised"),
        ("It must not be used in infants.", "advised"),
        ("Safety has not been established.", "safe"),
    ],
)
def test_the_opposite_is_not_read(text: str, unwanted: str) -> None:
    assert unwanted not in stances(text)


@pytest.mark.parametrize(
    "text", ["None.", "No known contraindications", "There are no absolute contraindications."]
)
def test_denials_are_found(text: str) -> None:
    assert lexicon.denials().find(text)


@pytest.mark.parametrize("text", ["None of these forms may be crushed", "Contraindicated in gout."])
def test_other_text_denies_nothing_as_a_whole(text: str) -> None:
    content = text.rstrip(".")
    assert all((match.start, match.end) != (0, len(content)) for match in lexicon.denials().find(content))


def _unfiltered(index: PhraseIndex, text: str) -> PhraseIndex:
    """An index that tries every phrase on a text."""
    found = [replace(phrase, needed=frozenset()) for phrases in index.by_key.values() for phrase in phrases]
    return replace(index, by_key=dict.fromkeys(list(spoken_words(text))[:1], tuple(found)))


PARTS = "not no safe be is used may avoid with caution known . recommended"


@given(st.lists(st.sampled_from(PARTS.split())))
def test_phrases_that_are_left_out_do_not_match(parts: list[str]) -> None:
    text = " ".join(parts)
    for index in (INDEX, lexicon.stances()):
        assert index.find(text) == _unfiltered(index, text).find(text)
