"""What every comparator takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from pydantic import BaseModel, ConfigDict

from monolint.domain.claim import Claim, Kind, Scope
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup


class Verdict(IntEnum):
    """How two claims stand to each other; a larger number is worse."""

    AGREES = 0
    OMISSION = 1
    DISCREPANCY = 2
    CONTRADICTION = 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one pair of claims and how sure it is."""

    verdict: Verdict
    confidence: Confidence = Confidence.HIGH


AGREEMENT = Judgement(Verdict.AGREES)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all stand: `left` on one side, `right` on the other.

    `left` holds the claims of one value, the most prominent first; `right` all others.
    `words` are further fields for the rule's message. `silent` are documents whose claims only show
    where something could have been said.
    """

    kind: Kind
    object: str | None
    left: tuple[Claim, ...]
    right: tuple[Claim, ...]
    judgement: Judgement
    scope: Scope = Scope()
    words: Mapping[str, str] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()


class Options(BaseModel):
    """Options of a comparator; an unknown option is an error in the rule file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Compare = Callable[[DrugGroup, Kind, Any], Iterator[Conflict]]


@dataclass(frozen=True, slots=True)
class Comparator:
    """A comparator that rule files name: its options and its function.

    The function gets the group, the rule's kind and an instance of `options`.
    """

    name: str
    summary: str
    options: type[Options]
    compare: Compare
