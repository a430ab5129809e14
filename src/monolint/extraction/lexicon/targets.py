"""Targets of drugs in the body, and the words that say what is done to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from monolint.extraction.lexicon.folding import fold
from monolint.extraction.lexicon.loading import listed, read_data
from monolint.extraction.lexicon.phrases import slot
from monolint.extraction.lexicon.terms import TermIndex, build


@dataclass(frozen=True, slots=True)
class Targets:
    """Receptors, and enzymes and processes, with the folded words that speak of them.

    `roles` and `verbs` give the effects that a word stands for: "activates" and "blocks" of receptors,
    "raises", "lowers" and "affects" of processes. `named_for` are the substances in the names of targets.
    `qualities` are words for what a drug is known for ("analgesic"), with the form that they are filed under;
    `lowered_by` gives the process that a drug of such a quality lowers.
    """

    receptors: TermIndex
    processes: TermIndex
    roles: Mapping[str, frozenset[str]]
    verbs: Mapping[str, frozenset[str]]
    partial: frozenset[str]
    inverse: frozenset[str]
    filler: frozenset[str]
    links: frozenset[str]
    breaks: frozenset[str]
    denials: frozenset[str]
    named_for: frozenset[str]
    qualities: Mapping[str, str]
    lowered_by: Mapping[str, str]


@cache
def targets() -> Targets:
    """The vocabulary of targets."""
    data = read_data("targets.yaml")
    names = [*data["receptors"], *data["processes"]]
    return Targets(
        receptors=build({name: listed(names) for name, names in data["receptors"].items()}),
        processes=build({name: listed(names) for name, names in data["processes"].items()}),
        roles=_effects(data["roles"]),
        verbs=_effects(data["verbs"]),
        qualities={
            word: name for name, others in data["qualities"].items() for word in (name, *listed(others))
        },
        lowered_by=data["lowered_by"],
        named_for=frozenset(word for name in names for word in name.split()),
        **{name: slot(data[name]) for name in ("partial", "inverse", "filler", "links", "breaks", "denials")},
    )


def _effects(listed_words: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for effect, words in listed_words.items():
        for word in words.split():
            found.setdefault(fold(word), set()).add(effect)
    return {word: frozenset(effects) for word, effects in found.items()}
