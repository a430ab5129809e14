"""Claims: what a monograph says, in a form that can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from monolint.domain.document import Origin
from monolint.domain.text import Position, Span


class Kind(StrEnum):
    """What a claim is about."""

    INDICATION = "indication"
    DOSE = "dose"
    MAX_DOSE = "max_dose"
    FREQUENCY = "frequency"
    DURATION = "duration"
    INFUSION_TIME = "infusion_time"
    ROUTE = "route"
    AGE_LIMIT = "age_limit"
    RENAL = "renal"
    HEPATIC = "hepatic"
    ELDERLY = "elderly"
    CONTRAINDICATION = "contraindication"
    PREGNANCY = "pregnancy"
    LACTATION = "lactation"
    CONTRACEPTION = "contraception"
    INTERACTION = "interaction"
    ADVERSE_REACTION = "adverse_reaction"
    PHARMACOKINETICS = "pharmacokinetics"
    MECHANISM = "mechanism"
    MONITORING = "monitoring"
    ADMINISTRATION = "administration"
    STORAGE = "storage"
    MISSED_DOSE = "missed_dose"
    NAME = "name"
    STATUS = "status"


class Qualifier(StrEnum):
    """Which of several figures or advices for one thing a claim gives."""

    USUAL = "usual"
    INITIAL = "initial"
    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    CONDITIONAL = "conditional"
    FALLBACK = "fallback"


class Strength(StrEnum):
    """Whether a claim is made outright or hedged ("may", "usually", "if needed")."""

    PLAIN = "plain"
    HEDGED = "hedged"


class Band(StrEnum):
    """The three bands of advice, and what stands beside them."""

    FORBIDS = "forbids"
    CONDITIONS = "conditions"
    PERMITS = "permits"
    OPEN = "open"


class Stance(StrEnum):
    """What a claim advises. The band of each is its place on the ladder of advice."""

    CONTRAINDICATED = "contraindicated"
    AVOID = "avoid"
    NOT_RECOMMENDED = "not_recommended"
    CAUTION = "caution"
    MONITOR = "monitor"
    WEIGH_RISKS = "weigh_risks"
    IF_NEEDED = "if_needed"
    LIMIT = "limit"
    HAZARD = "hazard"
    ADJUST = "adjust"
    SEPARATE = "separate"
    ADVISED = "advised"
    MAY_USE = "may_use"
    SAFE = "safe"
    LOW_RISK = "low_risk"
    NO_ADJUSTMENT = "no_adjustment"
    NOT_ESTABLISHED = "not_established"
    UNKNOWN = "unknown"
    CONSULT = "consult"
    NAMED = "named"

    @property
    def band(self) -> Band:
        return _BANDS[self]

    @property
    def normal(self) -> str:
        return self.value


_BANDS = {
    Stance.CONTRAINDICATED: Band.FORBIDS,
    Stance.AVOID: Band.FORBIDS,
    Stance.NOT_RECOMMENDED: Band.FORBIDS,
    Stance.CAUTION: Band.CONDITIONS,
    Stance.MONITOR: Band.CONDITIONS,
    Stance.WEIGH_RISKS: Band.CONDITIONS,
    Stance.IF_NEEDED: Band.CONDITIONS,
    Stance.LIMIT: Band.CONDITIONS,
    Stance.HAZARD: Band.CONDITIONS,
    Stance.ADJUST: Band.CONDITIONS,
    Stance.SEPARATE: Band.CONDITIONS,
    Stance.ADVISED: Band.PERMITS,
    Stance.MAY_USE: Band.PERMITS,
    Stance.SAFE: Band.PERMITS,
    Stance.LOW_RISK: Band.PERMITS,
    Stance.NO_ADJUSTMENT: Band.PERMITS,
    Stance.NOT_ESTABLISHED: Band.OPEN,
    Stance.UNKNOWN: Band.OPEN,
    Stance.CONSULT: Band.OPEN,
    Stance.NAMED: Band.OPEN,
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range in a canonical unit; None leaves a side open.

    `unit` is the canonical unit of our own registry ("mg/kg", "d", "cycle", "%").
    """

    low: Decimal | None
    high: Decimal | None
    unit: str

    @property
    def readable(self) -> Quantity:
        """The same quantity in whole days, or in hours where it has none: 504 h are 21 d, 0.5 d are 12 h."""
        bounds = [bound for bound in (self.low, self.high) if bound is not None]
        if self.unit == "h" and not any(bound % 24 for bound in bounds):
            low, high = (bound / 24 if bound is not None else None for bound in (self.low, self.high))
            return Quantity(low, high, "d")
        if self.unit == "d" and any(bound % 1 for bound in bounds):
            low, high = (_hours(bound) for bound in (self.low, self.high))
            return Quantity(low, high, "h")
        return self

    @property
    def normal(self) -> str:
        shown = self.readable
        low, high = (_plain(bound) for bound in (shown.low, shown.high))
        if low == high:
            return f"{low} {shown.unit}"
        if low is None:
            return f"<= {high} {shown.unit}"
        if high is None:
            return f">= {low} {shown.unit}"
        return f"{low}-{high} {shown.unit}"


def _hours(days: Decimal | None) -> Decimal | None:
    """Days in hours, to the hundredth: ten hours in days are no finite decimal."""
    return None if days is None else (days * 24).quantize(Decimal("0.01"))


def _plain(number: Decimal | None) -> str | None:
    if number is None:
        return None
    text = format(number.normalize(), "f")
    return text or "0"


@dataclass(frozen=True, slots=True)
class Category:
    """Members of a closed scheme: a pregnancy letter, classes of frequency.

    `scheme` is None where the document does not say whose letters it uses.
    """

    scheme: str | None
    members: frozenset[str]

    @property
    def normal(self) -> str:
        names = "|".join(sorted(self.members))
        return f"{self.scheme} {names}" if self.scheme else names


@dataclass(frozen=True, slots=True)
class Terms:
    """A set of terms: a list of reactions, of conditions, of tests."""

    members: frozenset[str]

    @property
    def normal(self) -> str:
        return ", ".join(sorted(self.members))


@dataclass(frozen=True, slots=True)
class Nothing:
    """An explicit nothing ("None.", "no known contraindications"), which denies."""

    @property
    def normal(self) -> str:
        return "none"


Value = Quantity | Stance | Category | Terms | Nothing


class Facet(StrEnum):
    """The case a claim speaks of."""

    POPULATION = "population"
    AGE = "age"
    WEIGHT = "weight"
    SEX = "sex"
    PRIOR_THERAPY = "prior_therapy"
    INDICATION = "indication"
    ROUTE = "route"
    FORMULATION = "formulation"
    PRODUCT = "product"
    RENAL = "renal"
    HEPATIC = "hepatic"
    SEVERITY = "severity"
    TRIMESTER = "trimester"
    PHASE = "phase"
    COMPONENT = "component"
    PERIOD = "period"
    CONDITION = "condition"


class Agreement(StrEnum):
    """How two scopes stand to each other."""

    EQUAL = "equal"
    PARTIAL = "partial"
    DIFFERENT = "different"


Facets = dict[Facet, frozenset[str]]
"""What a text says of a case, on its way to a Scope."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The facets of the case a claim speaks of; a facet that is not given is silent.

    The members of one facet are alternatives: "asthma and bronchitis" covers both.
    """

    facets: tuple[tuple[Facet, frozenset[str]], ...] = ()

    @staticmethod
    def of(facets: Facets) -> Scope:
        return Scope(tuple(sorted((k, v) for k, v in facets.items() if v)))

    def get(self, facet: Facet) -> frozenset[str]:
        return next((members for name, members in self.facets if name == facet), frozenset())

    def without(self, *facets: Facet) -> Scope:
        return Scope(tuple(item for item in self.facets if item[0] not in facets))

    def __iter__(self) -> Iterator[tuple[Facet, frozenset[str]]]:
        return iter(self.facets)

    @property
    def normal(self) -> str:
        return "; ".join(f"{name}={'|'.join(sorted(members))}" for name, members in self.facets)


@dataclass(frozen=True, slots=True)
class Place:
    """The sentence, cell or item that carries a claim, and where its value is written in it.

    `block` is where the heading or question above it begins: places of one block are read together,
    as items of one list or alternatives of one dosing section. `heading` is its text, for people.
    """

    path: str
    span: Span
    start: Position
    end: Position
    text: str
    marks: tuple[Span, ...] = ()
    block: int = 0
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one document about one drug.

    `object` is what the kind is about (a condition, a reaction, an interacting drug), or None.
    `document` groups claims: the shown path of the file. `section` is the canonical
    section key, `origin` the part of the file that the claim stands in.
    """

    subject: str
    kind: Kind
    object: str | None
    scope: Scope
    value: Value
    qualifier: Qualifier
    strength: Strength
    place: Place
    section: str | None = None
    origin: Origin = Origin.BODY

    @property
    def document(self) -> str:
        return self.place.path
