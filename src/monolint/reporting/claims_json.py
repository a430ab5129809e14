"""What was read, as JSON."""

from __future__ import annotations

from monolint.domain.claim import Claim
from monolint.domain.corpus import Corpus, Reading
from monolint.reporting.claims_contract import ClaimObject, ClaimsObject, DocumentObject
from monolint.reporting.json import failure_object, place_fields, tool, unread_object


def render(corpus: Corpus) -> str:
    """Every document with its claims and its unread passages, as claims_contract.py describes it."""
    whole = ClaimsObject(
        schema_version="1",
        tool=tool(),
        documents=tuple(map(_document, corpus.readings)),
        errors=tuple(map(failure_object, corpus.failures)),
    )
    return whole.model_dump_json(indent=2) + "\n"


def _document(reading: Reading) -> DocumentObject:
    return DocumentObject(
        path=reading.path,
        subject=reading.subject.name,
        source=reading.source,
        claims=tuple(map(_claim, reading.claims)),
        unread=tuple(map(unread_object, reading.unread)),
    )


def _claim(claim: Claim) -> ClaimObject:
    return ClaimObject(
        **place_fields(claim.place),
        kind=claim.kind,
        object=claim.object,
        scope={facet.value: tuple(sorted(members)) for facet, members in claim.scope},
        value=claim.value.normal,
        qualifier=claim.qualifier.value,
        strength=claim.strength.value,
        section=claim.section,
    )
