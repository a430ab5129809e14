"""All documents about one drug, and what they claim."""

from __future__ import annotations

from dataclasses import dataclass

from monolint.domain.claim import Claim
from monolint.domain.corpus import Reading


@dataclass(frozen=True, slots=True)
class DrugGroup:
    """The unit that rules compare: one drug, its documents and their claims in file order."""

    subject: str
    documents: tuple[Reading, ...]
    claims: tuple[Claim, ...]
