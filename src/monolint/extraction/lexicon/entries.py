"""What an entry of a vocabulary says, beyond its name."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from monolint.extraction.lexicon.terms import TermIndex

_LEVELS = frozenset({"strong", "moderate", "weak"})


@dataclass(frozen=True, slots=True)
class Population:
    """A group of patients. Ages are in years; `max_age` is exclusive; None is open or not said."""

    name: str
    sex: str | None = None
    min_age: Decimal | None = None
    max_age: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """How often: `times` within `period` units of time ("h", "d", "wk", "mo", "yr")."""

    times: Decimal
    period: Decimal
    unit: str

    @property
    def name(self) -> str:
        """The rate in words, "2 per 1 d"."""
        return f"{self.times} per {self.period} {self.unit}"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `symbol` for people, `pint` its name in the registry of units, and its dimension."""

    symbol: str
    pint: str
    dimension: str


@dataclass(frozen=True, slots=True)
class DrugClass:
    """A class of drugs with its members, in lower case, and the source of the list."""

    name: str
    members: frozenset[str]
    source: str


@dataclass(frozen=True, slots=True)
class FrequencyClass:
    """A band of frequency of adverse reactions, as shares of patients; `below` is exclusive."""

    name: str
    least: Decimal
    below: Decimal


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Words for how often a dose is taken.

    `index` finds the words; `rates` gives the rate of each term found.
    """

    index: TermIndex
    rates: dict[str, Rate]


@dataclass(frozen=True, slots=True)
class Populations:
    """Words for groups of patients; `index` finds them, `by_name` says what each stands for."""

    index: TermIndex
    by_name: dict[str, Population]


@dataclass(frozen=True, slots=True)
class DrugClasses:
    """Drug classes: `index` finds their names, `by_name` gives the class.

    `of_member` gives the names of the classes that a drug is listed in.
    """

    index: TermIndex
    by_name: dict[str, DrugClass]
    of_member: dict[str, frozenset[str]]

    def classes_of(self, name: str) -> frozenset[str]:
        """The classes that contain a drug or a class, at any distance; never the class itself.

        Strong inhibitors of an enzyme are a class inside its inhibitors.
        """
        level, _, rest = name.partition(" ")
        within = {rest} & self.by_name.keys() if level in _LEVELS else set[str]()
        direct = self.of_member.get(name, frozenset()) | within
        above = [self.index.broader(found) for found in (name, *sorted(direct))]
        return frozenset(direct).union(*above) - {name}


@dataclass(frozen=True, slots=True)
class FrequencyClasses:
    """Classes of frequency of adverse reactions.

    `index` finds the words; `by_word` gives the classes that a found term may stand for.
    """

    classes: tuple[FrequencyClass, ...]
    index: TermIndex
    by_word: dict[str, frozenset[str]]
