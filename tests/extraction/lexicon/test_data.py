"""The vocabulary files: every name has one owner, every reference a target, every file its sources."""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files

import pytest

from monolint.domain.claim import Band, Stance
from monolint.extraction import lexicon
from monolint.extraction.lexicon.loading import listed, read_data
from monolint.extraction.lexicon.patterns import is_cased, key, keys
from monolint.extraction.lexicon.terms import TermIndex

DATA = files("monolint.extraction.lexicon").joinpath("data")
FILES = sorted(entry.name for entry in DATA.iterdir() if entry.name.endswith((".yaml", ".txt")))
FLAT = ["conditions.yaml", "reactions.yaml", "routes.yaml", "formulations.yaml"]
KEYED = ["populations.yaml", "drug_classes.yaml"]


def named(file: str) -> dict[str, list[str]]:
    """Each term of a file with the patterns of its names."""
    data = read_data(file)
    if file in KEYED:
        return {term: [term, *listed(entry["names"])] for term, entry in data.items()}
    if file == "frequencies.yaml":
        return {str(number): listed(entry["names"]) for number, entry in enumerate(data["rates"])}
    return {term: [term, *listed(others)] for term, others in data["terms"].items()}


def references(file: str) -> dict[str, list[str]]:
    data = read_data(file)
    if file in KEYED:
        return {term: listed(entry["broader"]) for term, entry in data.items() if "broader" in entry}
    return {term: listed(above) for term, above in data.get("broader", {}).items()}


@pytest.mark.parametrize("file", [*FLAT, *KEYED, "frequencies.yaml"])
def test_every_name_has_one_owner(file: str) -> None:
    owners: dict[tuple[bool, tuple[str, ...]], set[str]] = defaultdict(set)
    for term, patterns in named(file).items():
        for pattern in patterns:
            for name in keys(pattern):
                owners[is_cased(pattern), name].add(term)
    assert {name: terms for name, terms in owners.items() if len(terms) > 1} == {}


@pytest.mark.parametrize("file", [*FLAT, *KEYED])
def test_patterns_are_well_formed(file: str) -> None:
    patterns = [pattern for patterns in named(file).values() for pattern in patterns]
    assert all(() not in keys(pattern) for pattern in patterns)
    assert [pattern for pattern in patterns if pattern.count("(") != pattern.count(")")] == []
    assert [pattern for pattern in patterns if "|" in pattern and "(" not in pattern] == []


@pytest.mark.parametrize("file", [*FLAT, *KEYED])
def test_broader_terms_exist_and_form_no_cycle(file: str) -> None:
    above = references(file)
    known = set(named(file))
    assert set(above) <= known
    assert {parent for wider in above.values() for parent in wider} <= known
    parents = {term: tuple(wider) for term, wider in above.items()}
    index = TermIndex(frozenset(known), {}, {}, {}, frozenset(), parents)
    assert [term for term in sorted(known) if term in index.broader(term)] == []


@pytest.mark.parametrize("file", FILES)
def test_every_file_says_what_it_is_and_its_sources(file: str) -> None:
    text = DATA.joinpath(file).read_text(encoding="utf-8")
    opening = text[: text.index("\n\n")]
    assert opening.startswith("#")
    assert "ource" in text[:2500]


@pytest.mark.parametrize("file", FILES)
def test_no_key_is_written_twice(file: str) -> None:
    part, seen, twice = "", set(), []
    for line in DATA.joinpath(file).read_text(encoding="utf-8").splitlines():
        name, colon, _ = line.partition(":")
        if not colon or line.startswith(("#", "   ", "  -")):
            continue
        part = part if line.startswith(" ") else name
        if (part, name) in seen:
            twice.append(name)
        seen.add((part, name))
    assert twice == []


def test_every_entry_of_advice_is_a_stance_and_every_band_of_advice_is_covered() -> None:
    files = ("stances.yaml", "interactions.yaml")
    written = {Stance(entry["stance"]) for file in files for entry in read_data(file)["stances"]}
    assert {stance for stance in Stance if stance.band is not Band.OPEN} <= written


def test_vocabularies_are_broad() -> None:
    assert len(lexicon.conditions().terms) >= 450
    assert len(lexicon.reactions().terms) >= 450
    assert len(lexicon.drug_classes().by_name) >= 110


def test_members_of_drug_classes_are_lower_case_and_classes_have_a_source() -> None:
    classes = lexicon.drug_classes()
    assert [member for member in classes.of_member if member != member.lower()] == []
    assert [found.name for found in classes.by_name.values() if not found.source] == []


def test_keys_of_names_are_the_same_quick_and_slow() -> None:
    # `key` has a quick way for plain names; a full stop at the end forces the other way.
    names = sorted(lexicon.conditions().terms)
    assert [key(name) for name in names] == [key(name + " .") for name in names]
