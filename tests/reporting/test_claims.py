from __future__ import annotations

import json
import re

from jsonschema import Draft202012Validator

from monolint.domain.corpus import Corpus, Reading
from monolint.domain.document import Subject
from monolint.domain.finding import Failure, Notice
from monolint.reporting import claims_json, claims_text
from monolint.reporting.claims_contract import ClaimsObject

from .samples import CLAIM, UNREAD, A

SUBJECT = Subject("veltrazine", frozenset({"veltrazine"}))
READING = Reading(A, "north", SUBJECT, (CLAIM,), (UNREAD,))
CORPUS = Corpus((READING,), 0, (Failure("x.md", "binary file, not text"),), ())


def test_the_table_shows_claims_and_what_was_not_understood() -> None:
    rows = claims_text.render(CORPUS, width=120).splitlines()
    assert rows[:2] == [A, "veltrazine: 1 claim, 1 passage not understood"]
    assert rows[2].split() == ["place", "kind", "object", "scope", "value", "qualifier", "strength"]
    assert re.split(r"\s{2,}", rows[4]) == [
        *("12:1", "dose", "population: adult or elderly", "40 mg", "usual", "plain"),
    ]
    unread = rows[rows.index("Not understood:") + 3]
    assert unread.split("  ")[0] == "70:1"
    assert "no unit" in unread
    assert UNREAD.text in unread


def test_skipped_files_are_named() -> None:
    skipped = Corpus((), 1, (), (Notice("README.md", "names no drug, skipped"),))
    assert claims_text.render(skipped) == "README.md: names no drug, skipped\n"


def test_the_table_fits_its_width() -> None:
    assert max(map(len, claims_text.render(CORPUS, width=70).splitlines())) <= 70


def test_colour_only_when_wanted() -> None:
    assert "\x1b[" not in claims_text.render(CORPUS)
    assert "\x1b[1m" in claims_text.render(CORPUS, colour=True)


def test_the_json_follows_its_models() -> None:
    report = json.loads(claims_json.render(CORPUS))
    Draft202012Validator(ClaimsObject.model_json_schema(mode="serialization")).validate(report)
    [document] = report["documents"]
    assert (document["path"], document["subject"], document["source"]) == (A, "veltrazine", "north")
    assert document["claims"][0]["scope"] == {"population": ["adult", "elderly"]}
    assert document["claims"][0]["value"] == "40 mg"
    assert document["unread"][0]["reason"] == "no unit"
    assert report["errors"][0]["path"] == "x.md"
