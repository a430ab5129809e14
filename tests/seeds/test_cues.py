"""Every sentence of the seeds that holds a cue is accounted for."""

from __future__ import annotations

import json
from typing import Any

import pytest

from .corpus import SOURCES, Corpus
from .sentences import statements_with_a_cue
from .tool import place_of, run


@pytest.fixture(scope="module")
def documents(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What was read of each seed."""
    folder = tmp_path_factory.mktemp("claims")
    corpus.write(folder)
    read: list[dict[str, Any]] = run(folder, "claims", "seeds")["documents"]
    return read


@pytest.mark.parametrize("source", SOURCES)
def test_every_cue_is_accounted_for(source: str, corpus: Corpus, documents: list[dict[str, Any]]) -> None:
    rows = [row for document in documents for row in [*document["claims"], *_with_reason(document["unread"])]]
    spans = [span for where, span in (place_of(corpus, row) for row in rows) if where == source]
    statements = statements_with_a_cue(corpus.text(source))
    assert len(statements) > 15
    assert [
        statement.text for statement in statements if not any(span.overlaps(statement.span) for span in spans)
    ] == []


def _with_reason(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row["reason"]]


def test_no_claim_is_counted_twice(documents: list[dict[str, Any]]) -> None:
    for document in documents:
        claims = [json.dumps(claim) for claim in document["claims"]]
        assert claims
        assert len(claims) == len(set(claims))
