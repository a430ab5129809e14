"""The closed vocabularies of medicine that the readers of claims use.

Each function loads its file once, on first use, and returns a frozen value. The words themselves are
data (`data/*.yaml`): general vocabulary, no single drug.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from monolint.domain.claim import Stance
from monolint.extraction.lexicon.entries import (
    DrugClass,
    DrugClasses,
    Frequencies,
    FrequencyClass,
    FrequencyClasses,
    Population,
    Populations,
    Rate,
    Unit,
)
from monolint.extraction.lexicon.loading import listed, read_data, read_terms, read_text
from monolint.extraction.lexicon.phrases import PhraseIndex, PhraseMatch, build_phrases, slot
from monolint.extraction.lexicon.terms import Match, TermIndex, build

__all__ = [
    "DrugClass",
    "DrugClasses",
    "Frequencies",
    "FrequencyClass",
    "FrequencyClasses",
    "Match",
    "PhraseIndex",
    "PhraseMatch",
    "Population",
    "Populations",
    "Rate",
    "TermIndex",
    "Unit",
    "conditions",
    "denials",
    "drug_classes",
    "formulations",
    "fractions",
    "frequencies",
    "frequency_classes",
    "hedges",
    "interactants",
    "interaction_stances",
    "interaction_words",
    "multipliers",
    "number_words",
    "populations",
    "reactions",
    "routes",
    "stances",
    "tests",
    "unit",
    "units",
    "units_definitions",
    "words",
]

GUARD = "guard"


@cache
def conditions() -> TermIndex:
    """Diseases, states and events that a drug treats or that limit its use."""
    return read_terms("conditions.yaml")


@cache
def reactions() -> TermIndex:
    """Adverse reactions."""
    return read_terms("reactions.yaml")


@cache
def routes() -> TermIndex:
    """Routes of administration."""
    return read_terms("routes.yaml")


@cache
def formulations() -> TermIndex:
    """Pharmaceutical forms and ways of release."""
    return read_terms("formulations.yaml")


@cache
def tests() -> TermIndex:
    """Laboratory tests and measurements that treatment is monitored by."""
    return read_terms("tests.yaml")


@cache
def populations() -> Populations:
    """Groups of patients, with sex and age where the word has a standard meaning."""
    data = read_data("populations.yaml")
    index = build(
        {name: listed(entry["names"]) for name, entry in data.items()},
        {name: listed(entry["broader"]) for name, entry in data.items() if "broader" in entry},
    )
    return Populations(index, {name: _population(name, entry) for name, entry in data.items()})


def _population(name: str, entry: dict[str, str]) -> Population:
    low, _, high = entry.get("age", "").partition("-")
    return Population(name, entry.get("sex"), _decimal(low), _decimal(high))


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None


@cache
def units() -> dict[str, Unit]:
    """Every spelling of a unit, as written and in lower case where that is not another unit."""
    entries = read_data("units.yaml")["units"]
    exact = {
        name: Unit(entry["symbol"], entry["pint"], entry["dimension"])
        for entry in entries
        for name in listed(entry["names"])
    }
    return {name.lower(): found for name, found in exact.items()} | exact


def unit(spelling: str) -> Unit | None:
    """The unit that a word stands for ("MCG", "µg" and "micrograms" are one), or None."""
    known = units()
    return known.get(spelling) or known.get(spelling.lower())


def units_definitions() -> str:
    """The closed registry of units, in pint's definition syntax."""
    return read_text("units.txt")


@cache
def frequencies() -> Frequencies:
    """Words for how often a dose is taken."""
    data = read_data("frequencies.yaml")
    rates: dict[str, Rate] = {}
    spelled: dict[str, list[str]] = {}
    for entry in data["rates"]:
        rate = Rate(Decimal(entry["times"]), Decimal(entry["period"]), entry["unit"])
        rates[rate.name] = rate
        spelled[rate.name] = listed(entry["names"])
    return Frequencies(build(spelled), rates)


@cache
def number_words() -> dict[str, Decimal]:
    """Number words in lower case, with their values."""
    return _numbers("words")


@cache
def fractions() -> dict[str, Decimal]:
    """Fraction characters, with their values."""
    return _numbers("fractions")


@cache
def multipliers() -> dict[str, Decimal]:
    """Words that multiply the number before them."""
    return _numbers("multipliers")


def _numbers(part: str) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in read_data("numbers.yaml")[part].items()}


@cache
def stances() -> PhraseIndex:
    """Phrases of advice; the label of a match is the value of a Stance, or GUARD for what is no advice."""
    data = read_data("stances.yaml")
    slots = {name: slot(members) for name, members in data["slots"].items()}
    entries = [*_advice(data["certain"]), (GUARD, data["guards"]), *_advice(data["stances"])]
    return build_phrases(entries, slots)


@cache
def interaction_stances() -> PhraseIndex:
    """Phrases of advice on interactions, with the general ones of `stances` among them."""
    general, own = read_data("stances.yaml"), read_data("interactions.yaml")
    slots = {name: slot(members) for data in (general, own) for name, members in data["slots"].items()}
    entries = [*_advice(general["certain"]), (GUARD, own["guards"]), *_advice(own["stances"])]
    entries.append((GUARD, general["guards"]))
    entries += [*_advice(general["stances"]), *_advice(own["effects"])]
    return build_phrases(entries, slots)


def _advice(entries: list[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    return [(Stance(entry["stance"]).value, entry["phrases"]) for entry in entries]


@cache
def hedges() -> TermIndex:
    """Words that lower the strength of a claim; the term of what only looks like one is GUARD."""
    data = read_data("stances.yaml")
    return build({"hedge": listed(data["hedges"]), GUARD: listed(data["hedge_guards"])})


@cache
def denials() -> TermIndex:
    """Phrases that say "none" of a whole list."""
    return build({"none": listed(read_data("stances.yaml")["denials"])})


@cache
def frequency_classes() -> FrequencyClasses:
    """Bands of frequency of adverse reactions and the words that name them."""
    data = read_data("frequency_classes.yaml")
    classes = tuple(
        FrequencyClass(name, Decimal(entry["from"]), Decimal(entry["below"]))
        for name, entry in data["classes"].items()
    )
    by_word = {word: frozenset(listed(bands)) for word, bands in data["words"].items()}
    return FrequencyClasses(classes, build(dict.fromkeys(by_word, ())), by_word)


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of words.yaml, in its order."""
    return tuple(read_data("words.yaml")[name].split())


@cache
def drug_classes() -> DrugClasses:
    """Classes of drugs, and things taken that are no drugs, with their members."""
    data = read_data("drug_classes.yaml")
    classes = {
        name: DrugClass(name, frozenset(listed(entry.get("members", ""))), entry["source"])
        for name, entry in data.items()
    }
    members = sorted({member for found in classes.values() for member in found.members})
    return DrugClasses(
        index=build(
            {name: listed(entry["names"]) for name, entry in data.items()},
            {name: listed(entry["broader"]) for name, entry in data.items() if "broader" in entry},
        ),
        by_name=classes,
        of_member={
            member: frozenset(name for name, found in classes.items() if member in found.members)
            for member in members
        },
    )


@cache
def interactants() -> TermIndex:
    """Drug classes, their members and things taken that are no drugs: all that an interaction can be with."""
    classes = read_data("drug_classes.yaml")
    substances = read_data("interactions.yaml")["substances"]
    names = {name: listed(entry["names"]) for name, entry in classes.items()}
    names |= {name: listed(others) for name, others in substances.items()}
    members = (member for entry in classes.values() for member in listed(entry.get("members", "")))
    spelled = {**names, **{member: [] for member in members if member not in names}}
    return build(spelled)


@cache
def interaction_words(name: str) -> frozenset[str]:
    """A list of interactions.yaml ("general", "no_drug") as a set of words."""
    return frozenset(read_data("interactions.yaml")[name].split())
