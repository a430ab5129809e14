"""How two ranges of figures stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from monolint.domain.claim import Quantity


def apart(one: Quantity, two: Quantity, tolerance: Decimal) -> bool:
    """Whether two ranges leave a gap that is wider than a share of the lower one's end."""
    return above(one.low, two.high, tolerance) or above(two.low, one.high, tolerance)


def above(low: Decimal | None, high: Decimal | None, tolerance: Decimal) -> bool:
    """Whether a lower end stands above an upper end by more than the tolerance; an open end never does."""
    return low is not None and high is not None and low > high * (1 + tolerance)


def inside(inner: Quantity, outer: Quantity) -> bool:
    """Whether a range stands inside another one."""
    below = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    over = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return below and over


def joined(ranges: Sequence[Quantity]) -> Quantity:
    """The smallest range that holds all `ranges`, which have one unit and at least one member."""
    lows = [item.low for item in ranges]
    highs = [item.high for item in ranges]
    low = None if None in lows else min(bound for bound in lows if bound is not None)
    high = None if None in highs else max(bound for bound in highs if bound is not None)
    return Quantity(low, high, ranges[0].unit)
