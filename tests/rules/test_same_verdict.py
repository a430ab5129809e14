"""What never changes a verdict: the order of documents, units, number words, case, dashes and bullets.

Every example of every built-in rule is written in another way and must come out as before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from monolint.rules import Rule, builtin_directory, load_rules
from monolint.rules.examples import findings
from monolint.rules.model import FORM, Example

_RULES = tuple(rule for rule in load_rules([builtin_directory()]) if rule.comparator != FORM)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTED = (
    r"(?= (?:hours?|days?|weeks?|months?|years?|times|tablets?|capsules?|puffs?|drops?|cycles?|doses)\b)"
)
_SINGLE = r"(?<![\w.,/<>=≤≥–-])(?<![-–/] )"
# A figure that stands alone: in a range or a rate, unit and figure are written together.
_MILLIGRAMS = re.compile(_SINGLE + r"(\d+(?:\.\d+)?) ?mg\b(?!\s*(?:[-–/]|to\b|per\b))")
# Not after a full stop, for it needs a capital to end a sentence.
_CAPITAL = re.compile(r"(?<![A-Za-z])(?<![.!?] )[A-Z][a-z]+\b")


def _in_figures(text: str) -> str:
    words = "|".join(_NUMBERS)
    return re.sub(
        rf"\b({words})\b{_COUNTED}",
        lambda m: str(_NUMBERS.index(m[1].lower()) + 1),
        text,
        flags=re.IGNORECASE,
    )


def _in_words(text: str) -> str:
    return re.sub(rf"{_SINGLE}(1[0-2]|[1-9]){_COUNTED}", lambda m: _NUMBERS[int(m[1]) - 1], text)


def _in_micrograms(text: str) -> str:
    return _MILLIGRAMS.sub(lambda m: f"{float(m[1]) * 1000:g} mcg", text)


def _in_small_letters(text: str) -> str:
    """Words that open with a capital, in small letters; abbreviations and grades keep theirs."""
    return _CAPITAL.sub(lambda m: m.group().lower(), text)


def _with_dashes(text: str) -> str:
    return re.sub(r"(?<=\d)-(?=\d)", "–", text)


def _with_stars(text: str) -> str:
    return re.sub(r"^- ", "* ", text, flags=re.MULTILINE)


def _with_windows_lines(text: str) -> str:
    return text.replace("\n", "\r\n")


_WAYS: tuple[Callable[[str], str], ...] = (
    _in_figures,
    _in_words,
    _in_micrograms,
    _in_small_letters,
    _with_dashes,
    _with_stars,
    _with_windows_lines,
)


def _examples(rule: Rule) -> Iterator[Example]:
    yield from rule.examples.conflict
    yield from rule.examples.agree


def _verdict(rule: Rule, example: Example) -> list[str]:
    return sorted(finding.severity.label for finding in findings(rule, example))


@pytest.mark.parametrize("way", _WAYS, ids=lambda way: way.__name__.strip("_"))
@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.id)
def test_another_way_of_writing(rule: Rule, way: Callable[[str], str]) -> None:
    changed = []
    for example in _examples(rule):
        written = {name: way(text) for name, text in example.documents.items()}
        other = example.model_copy(update={"documents": written})
        if written != example.documents and _verdict(rule, other) != _verdict(rule, example):
            changed.append(example.name)
    assert changed == []


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.id)
def test_the_order_of_documents(rule: Rule) -> None:
    changed = []
    for example in _examples(rule):
        names = sorted(example.documents)
        swapped = dict(zip(reversed(names), (example.documents[name] for name in names), strict=True))
        if _verdict(rule, example.model_copy(update={"documents": swapped})) != _verdict(rule, example):
            changed.append(example.name)
    assert changed == []


@pytest.mark.parametrize("way", _WAYS, ids=lambda way: way.__name__.strip("_"))
def test_every_way_changes_some_example(way: Callable[[str], str]) -> None:
    texts = [text for rule in _RULES for item in _examples(rule) for text in item.documents.values()]
    assert sum(way(text) != text for text in texts) > 1
