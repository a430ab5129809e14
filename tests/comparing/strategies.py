"""Claims as hypothesis draws them for a rule: its kinds, objects and values, often of one case."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from monolint.domain.claim import (
    Category,
    Claim,
    Facet,
    Kind,
    Nothing,
    Qualifier,
    Quantity,
    Stance,
    Strength,
    Terms,
)
from monolint.rules import Rule

from .claims import claim

FIGURES = st.tuples(st.integers(1, 9), st.integers(0, 2)).map(
    lambda pair: Quantity(Decimal(pair[0]), Decimal(sum(pair)), "mg")
)
STANCES = st.sampled_from(Stance)
LETTERS = st.builds(
    Category, st.sampled_from([None, "FDA"]), st.frozensets(st.sampled_from("BCDX"), min_size=1, max_size=2)
)
LISTS = st.frozensets(st.sampled_from(["rash", "cough", "severe rash"]), min_size=1).map(Terms)
ANYTHING = FIGURES | STANCES | LETTERS | LISTS | st.just(Nothing())
FITTING: dict[str, st.SearchStrategy[Any]] = {
    "quantities": FIGURES,
    "floor": FIGURES,
    "stances": STANCES,
    "categories": LETTERS,
    "category-against-advice": LETTERS | STANCES,
    "scheme-missing": LETTERS,
    "list-difference": LISTS,
    "none-against-stated": st.sampled_from([Nothing(), Stance.CONTRAINDICATED, Stance.AVOID]),
    "object-difference": st.sampled_from([Stance.CONTRAINDICATED, Stance.MONITOR]),
}
CASES: st.SearchStrategy[dict[str, Any]] = st.just({}) | st.dictionaries(
    st.sampled_from([facet.value for facet in Facet]), st.sampled_from(["adult", "x", "y", "x|y"]), max_size=2
)


def topics(rule: Rule) -> list[str | None]:
    """Objects that the rule's options name, or else some that they do not."""
    options = rule.options
    named = [*options.get("objects", ()), *(options.get(key) for key in ("category", "advice", "object"))]
    return [name for name in named if name] or [None, "one", options.get("unlabelled", "other")]


def kinds(rule: Rule) -> list[Kind]:
    assert rule.kind is not None
    further = [*rule.options.get("beside", ()), *filter(None, [rule.options.get("upper")])]
    return [rule.kind, *map(Kind, further)]


def values(rule: Rule) -> st.SearchStrategy[Any]:
    """Values that the rule's comparator looks at."""
    return FITTING.get(rule.comparator, ANYTHING)


@st.composite
def claims(draw: st.DrawFn, rule: Rule, value: st.SearchStrategy[Any] | None = None) -> list[Claim]:
    """Claims at places of their own, in up to two documents of three sections each."""
    drawn = values(rule) if value is None else value
    fitting = st.sampled_from(rule.options.get("qualifiers", [Qualifier.USUAL])) | st.sampled_from(Qualifier)
    return [
        claim(
            draw(drawn),
            kind=draw(st.sampled_from(kinds(rule))),
            object=draw(st.sampled_from(topics(rule))),
            at=at,
            path=draw(st.sampled_from(["a.md", "b.md"])),
            block=draw(st.integers(1, 3)),
            qualifier=Qualifier(draw(fitting)),
            strength=draw(st.sampled_from(Strength)),
            section=draw(st.sampled_from([None, "contraindication"])),
            **draw(CASES),
        )
        for at in range(draw(st.integers(2, 7)))
    ]
