"""Values survive packing whole; bytes that are not ours are refused."""

from __future__ import annotations

import json
import zlib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.domain.claim import (
    Category,
    Claim,
    Facet,
    Kind,
    Nothing,
    Place,
    Qualifier,
    Quantity,
    Scope,
    Stance,
    Strength,
    Terms,
)
from monolint.domain.document import Origin
from monolint.domain.text import Position, Span
from monolint.engine.cache.packing import Damaged, Packer
from monolint.engine.cache.values import Body, bodies, finding_lists, heads, unread_lists
from monolint.engine.check import check
from monolint.engine.config import Configuration
from monolint.engine.reading_one import Read, Task, read_file
from monolint.engine.settings import Settings

words = st.text(max_size=12)
members = st.frozensets(words, max_size=4)
decimals = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(min(pair), max(pair)))
positions = st.builds(Position, st.integers(1), st.integers(1))
values = st.one_of(
    st.builds(Quantity, decimals, decimals, words),
    st.sampled_from(Stance),
    st.builds(Category, st.none() | words, members),
    st.builds(Terms, members),
    st.just(Nothing()),
)
claims = st.builds(
    Claim,
    words,
    st.sampled_from(Kind),
    st.none() | words,
    st.dictionaries(st.sampled_from(Facet), members, max_size=3).map(Scope.of),
    values,
    st.sampled_from(Qualifier),
    st.sampled_from(Strength),
    st.builds(Place, words, spans, positions, positions, words, st.tuples(spans), st.integers(0), words),
    st.none() | words,
    st.sampled_from(Origin),
)


@given(claims)
def test_a_claim_comes_back_whole(claim: Claim) -> None:
    packer: Packer[Claim] = Packer(Claim)
    packed = packer.pack(claim)
    again = packer.unpack(packed)
    assert (again, type(again.value)) == (claim, type(claim.value))
    assert type(again.kind) is Kind
    assert packer.pack(again) == packed


def test_a_decimal_keeps_its_digits() -> None:
    packer: Packer[Decimal] = Packer(Decimal)
    assert str(packer.unpack(packer.pack(Decimal("1.10")))) == "1.10"


def test_all_that_is_read_in_the_seeds_comes_back_whole(root: Path) -> None:
    for file in sorted((root / "seeds").rglob("*.md")):
        read = read_file(Task(file, file.name, 10**6))
        assert isinstance(read, Read)
        assert heads().unpack(read.row.head) == read.head
        body = bodies().unpack(read.row.body)
        assert len(body.claims) == read.head.claims
        assert bodies().pack(body) == read.row.body
        assert len(unread_lists().unpack(read.row.unread)) == read.head.unread


def test_all_that_is_found_in_the_seeds_comes_back_whole(root: Path) -> None:
    found = check([root / "seeds"], Settings(root, Configuration())).findings
    assert found
    assert finding_lists().unpack(finding_lists().pack(found)) == found


def _bytes_of(value: object) -> bytes:
    return zlib.compress(json.dumps(value).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zlib",
        zlib.compress(b"no json"),
        zlib.compress(b"\xff"),
        _bytes_of(None),
        _bytes_of({"claims": []}),
        _bytes_of([[], [], []]),
        _bytes_of([[["too short"]], []]),
        _bytes_of(7),
        bodies().pack(Body((), ()))[:-3],
    ],
)
def test_other_bytes_are_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        bodies().unpack(data)


def test_a_type_without_a_way_is_an_error() -> None:
    with pytest.raises(TypeError, match="no way to pack"):
        Packer(complex)
