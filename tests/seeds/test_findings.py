"""What is said about the seeds, alone and together."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from .corpus import Corpus
from .tables import FINDINGS, FORM, Entry
from .tool import Found

ERRORS = tuple(row for row in FINDINGS if row.severity == "error")
WARNINGS = tuple(row for row in FINDINGS if row.severity == "warning" and row.must)
INFOS = tuple(row for row in FINDINGS if row.severity == "info")


def _of(findings: Sequence[Found], severity: str) -> list[Found]:
    return [found for found in findings if found.severity == severity]


def _only(findings: Sequence[Found], corpus: Corpus, row: Entry) -> Found:
    """The one finding of a row, with its severity and all its places."""
    matches = [f for f in findings if f.severity == row.severity and f.is_of(corpus, row)]
    assert len(matches) == 1, f"{row.id} is said {len(matches)} times"
    return matches[0]


def _assert_exactly(errors: Sequence[Found], corpus: Corpus, rows: Sequence[Entry]) -> None:
    named = {row.id: _only(errors, corpus, row).key for row in rows}
    assert len(set(named.values())) == len(rows)
    assert {found.key for found in errors} == set(named.values())
    assert len(errors) == len(rows)


def test_errors_of_the_pair(pair: tuple[Found, ...], corpus: Corpus) -> None:
    _assert_exactly(_of(pair, "error"), corpus, ERRORS)


def test_errors_of_one_document(zynapte: tuple[Found, ...], corpus: Corpus) -> None:
    _assert_exactly(_of(zynapte, "error"), corpus, [row for row in ERRORS if row.id.startswith("S0")])


def test_no_errors_in_the_other_document(rxhive: tuple[Found, ...]) -> None:
    assert _of(rxhive, "error") == []


def test_warnings_of_the_pair(pair: tuple[Found, ...], corpus: Corpus) -> None:
    keys = {row.id: _only(pair, corpus, row).key for row in WARNINGS}
    assert len(set(keys.values())) == len(WARNINGS), "one finding stands for two"


def _is_info_of(found: Found, corpus: Corpus, row: Entry) -> bool:
    sources = {place.source for place in row.places}
    return found.severity == "info" and found.sources == sources and found.is_of(corpus, row)


def test_omissions_of_the_pair(pair: tuple[Found, ...], corpus: Corpus) -> None:
    """One finding each, and no other about the same kinds."""
    said = {row.id: [found.key for found in pair if _is_info_of(found, corpus, row)] for row in INFOS}
    assert {name: len(keys) for name, keys in said.items()} == dict.fromkeys(said, 1)
    kinds = {row.kind for row in INFOS}
    assert {key for keys in said.values() for key in keys} == {
        found.key for found in pair if found.severity == "info" and found.kind in kinds
    }


def test_silence_about_lactation_in_one_document(rxhive: tuple[Found, ...]) -> None:
    assert [found.severity for found in rxhive if found.kind == "lactation"] == ["info"]


@pytest.mark.parametrize("row", FORM, ids=lambda row: row.id)
def test_defects_of_form(row: Entry, pair: tuple[Found, ...], corpus: Corpus) -> None:
    touching = [{f.rule for f in pair if f.touches(corpus, place)} for place in row.places]
    rules = set.intersection(*touching) - {found.rule for found in pair if found.severity == "error"}
    exact = [rule for rule in sorted(rules) if sum(f.rule == rule for f in pair) == len(row.places)]
    assert exact, f"no rule reports exactly these places: {sorted(rules)}"


def test_no_unlisted_claim_finding(pair: tuple[Found, ...], corpus: Corpus) -> None:
    claims = [found for found in pair if found.kind is not None and found.severity != "info"]
    unlisted = [found.key for found in claims if not any(found.is_of(corpus, row) for row in FINDINGS)]
    assert claims
    assert unlisted == []


def test_form_is_never_an_error(pair: tuple[Found, ...]) -> None:
    form = [found for found in pair if found.kind is None]
    assert form
    assert all(found.severity in ("warning", "info") for found in form)


def test_every_conflict_has_two_places(pair: tuple[Found, ...]) -> None:
    conflicts = [found for found in pair if found.kind is not None and found.severity != "info"]
    assert [found.key for found in conflicts if len(found.sites) < 2] == []
