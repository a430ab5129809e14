"""Contrasts: things that a drug is or does, of which one excludes the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from monolint.domain.claim import Kind
from monolint.extraction.lexicon.loading import read_data
from monolint.extraction.lexicon.phrases import PhraseIndex, PhraseMatch, build_phrases, slot, spoken_words

NEITHER = "-"


@dataclass(frozen=True, slots=True, eq=False)
class Contrast:
    """What claims of `kind` about the object `name` choose from.

    The label of a match in `phrases` is the value, several parted by "|", or NEITHER. `is_class` tells
    that the phrases name classes of drugs.
    """

    name: str
    kind: Kind
    is_class: bool
    phrases: PhraseIndex

    def find(self, text: str) -> list[PhraseMatch]:
        """The phrases of a text that state a side, in order."""
        return [match for match in self.phrases.find(text) if match.label != NEITHER]


@cache
def contrasts() -> tuple[Contrast, ...]:
    """All contrasts, in the order of their file."""
    data = read_data("contrasts.yaml")
    slots = {name: slot(members) for name, members in data["slots"].items()}
    return tuple(
        Contrast(
            entry["name"],
            Kind(entry["kind"]),
            "is_class" in entry,
            build_phrases(entry["sides"].items(), slots),
        )
        for entry in data["contrasts"]
    )


@cache
def _by_word() -> Mapping[str, tuple[int, ...]]:
    """For each word without which some phrases cannot be found, the contrasts (by index) of these."""
    found: dict[str, list[int]] = {}
    for index, contrast in enumerate(contrasts()):
        for key in contrast.phrases.by_key:
            found.setdefault(key, []).append(index)
    return {key: tuple(indexes) for key, indexes in found.items()}


def contrasts_in(text: str) -> Iterator[Contrast]:
    """The contrasts that a text may speak of: one of its words is the key of one of their phrases."""
    by_word = _by_word()
    seen = {index for word in spoken_words(text) & by_word.keys() for index in by_word[word]}
    return (contrasts()[index] for index in sorted(seen))
