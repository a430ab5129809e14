"""Whether two doses are for the same case.

Stricter and wiser than the general agreement of scopes: age bands and body weights are compared as
bands, an extended-release product is never a plain one, and a document that gives several routes
does not leave the route open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from monolint.comparing.scopes import agreement
from monolint.domain.claim import Agreement, Claim, Facet, Kind, Qualifier, Scope

_OVERRIDES: Mapping[Facet, Agreement] = {Facet.AGE: Agreement.PARTIAL, Facet.WEIGHT: Agreement.PARTIAL}
_PRODUCT = (Facet.FORMULATION, Facet.PRODUCT, Facet.ROUTE)
_BANDS = (Facet.AGE, Facet.WEIGHT)
_OPEN_END = Decimal(1000)
_BAND = re.compile(r"(?P<low>[\d.]*)(?P<to>-?)(?P<high>[\d.]*)")
_MODIFIED = frozenset({"extended release", "depot injection", "enteric coated"})
_PLAIN = "immediate release"
_GENERAL_WORDS = frozenset(
    {"a", "an", "and", "as", "by", "dosage", "dose", "dosing", "for", "in", "of", "on", "or", "patient"}
    | {"patients", "regimen", "schedule", "the", "therapy", "to", "treatment", "use", "using", "with"}
)
_UNLICENSED = frozenset({"off-label"})
_SWALLOWED = frozenset({"oral"})
_START = frozenset({"first"})
_LATER = frozenset({"subsequent", "maintenance"})


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of one drug's doses; `routes` are all routes that a document gives doses for."""

    routes: Mapping[str, frozenset[str]]
    _known: dict[tuple[int, int], tuple[Claim, Claim, Agreement]] = field(default_factory=dict)

    @staticmethod
    def of(claims: Iterable[Claim]) -> Cases:
        routes: dict[str, frozenset[str]] = {}
        for claim in claims:
            routes[claim.document] = routes.get(claim.document, frozenset()) | claim.scope.get(Facet.ROUTE)
        return Cases(routes)

    def agree(self, one: Claim, two: Claim) -> Agreement:
        """How the cases of two doses stand to each other.

        A pair is asked for often and hashing its values is slow, so that it is known by identity; with it
        the claims are kept, for another claim may come to have the identity of one that is gone.
        """
        known = self._known.get((id(one), id(two)))
        if known is None:
            known = one, two, self._compared(one, two)
            self._known[id(one), id(two)] = self._known[id(two), id(one)] = known
        return known[2]

    def _compared(self, one: Claim, two: Claim) -> Agreement:
        left, right = _plain(one), _plain(two)
        if not _same_release(left, right) or self._route_is_open(one, two):
            return Agreement.DIFFERENT
        banded = [_bands(left.get(facet), right.get(facet)) for facet in _BANDS]
        named = _conditions(*(_labelled(scope, other) for scope, other in ((left, right), (right, left))))
        phases = _phases(left.get(Facet.PHASE), right.get(Facet.PHASE))
        facets = (*_BANDS, Facet.CONDITION, Facet.PHASE)
        rest = agreement(left.without(*facets), right.without(*facets), _OVERRIDES)
        return max((rest, named, phases, *banded), key=_WORSE.index)

    def near(self, one: Claim, two: Claim) -> bool:
        """Whether two cases differ in nothing but how closely the product or its route is named."""
        case = self.agree(one, two)
        if case is not Agreement.PARTIAL:
            return case is Agreement.EQUAL
        left, right = (_plain(claim).without(*_PRODUCT) for claim in (one, two))
        return agreement(left, right) is Agreement.EQUAL

    def _route_is_open(self, one: Claim, two: Claim) -> bool:
        """Whether only one dose names its route, and the other one need not be for that route.

        What is not said to be for another route is swallowed; a document with several routes leaves it open.
        """
        named, silent = (one, two) if one.scope.get(Facet.ROUTE) else (two, one)
        if silent.scope.get(Facet.ROUTE) or not named.scope.get(Facet.ROUTE):
            return False
        if named.scope.get(Facet.ROUTE) != _SWALLOWED:
            return True
        return len(self.routes.get(silent.document, frozenset())) > 1


_WORSE: Sequence[Agreement] = (Agreement.EQUAL, Agreement.PARTIAL, Agreement.DIFFERENT)


def _plain(claim: Claim) -> Scope:
    """The scope without a phase that the qualifier tells as well; what follows a start is maintenance."""
    phase = claim.scope.get(Facet.PHASE)
    if claim.qualifier is Qualifier.INITIAL and phase == _START:
        return claim.scope.without(Facet.PHASE)
    if phase and phase <= _LATER:
        rest = claim.scope.without(Facet.PHASE)
        if claim.kind is Kind.MAX_DOSE:
            return rest  # what may be reached in the end is the maximum
        return Scope.of({**dict(rest.facets), Facet.PHASE: frozenset({"maintenance"})})
    return claim.scope


def _phases(one: frozenset[str], two: frozenset[str]) -> Agreement:
    """The usual dose is the maintenance dose, unless a side says otherwise."""
    if one == two:
        return Agreement.EQUAL
    return Agreement.PARTIAL if one | two == frozenset({"maintenance"}) else Agreement.DIFFERENT


def _same_release(one: Scope, two: Scope) -> bool:
    """Whether both doses are for products of one kind of release.

    Who names both kinds speaks of either; who names none speaks of the plain product.
    """
    left, right = (scope.get(Facet.FORMULATION) for scope in (one, two))
    if _PLAIN in left & right:
        return True
    return left & _MODIFIED == right & _MODIFIED


def _bands(one: frozenset[str], two: frozenset[str]) -> Agreement:
    """Bands agree in part when one side is open, or when most of the narrower one is in both."""
    if one == two:
        return Agreement.EQUAL
    if not one or not two:
        return Agreement.PARTIAL
    shared = any(_mostly_shared(_limits(a), _limits(b)) for a in one for b in two)
    return Agreement.PARTIAL if shared else Agreement.DIFFERENT


def _limits(band: str) -> tuple[Decimal, Decimal]:
    found = _BAND.fullmatch(band)
    if not found:
        return Decimal(0), _OPEN_END
    low = Decimal(found["low"] or 0)
    high = Decimal(found["high"]) if found["high"] else _OPEN_END if found["to"] else low
    return low, high


def _mostly_shared(one: tuple[Decimal, Decimal], two: tuple[Decimal, Decimal]) -> bool:
    low, high = max(one[0], two[0]), min(one[1], two[1])
    narrower = min(one[1] - one[0], two[1] - two[0])
    return high - low > narrower / 2 or (narrower == 0 and low <= high)


def _labelled(scope: Scope, other: Scope) -> frozenset[str]:
    """The case that labels name; a use that both sides name is the same use with and without a licence."""
    shared = bool(scope.get(Facet.INDICATION) & other.get(Facet.INDICATION))
    return scope.get(Facet.CONDITION) - (_UNLICENSED if shared else frozenset())


def _conditions(one: frozenset[str], two: frozenset[str]) -> Agreement:
    """Cases that labels name in their own words: the same when they share all telling words of one."""
    if one == two:
        return Agreement.EQUAL
    if not one or not two:
        return Agreement.DIFFERENT
    left, right = (
        frozenset(word for name in names for word in name.split()) - _GENERAL_WORDS for names in (one, two)
    )
    if left and right and (left <= right or right <= left):
        return Agreement.PARTIAL
    return Agreement.DIFFERENT
