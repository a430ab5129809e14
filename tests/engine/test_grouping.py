from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from monolint.domain.corpus import Reading
from monolint.domain.document import Subject
from monolint.engine.grouping import group_by_drug


def reading(path: str, name: str, *aliases: str, ingredients: tuple[str, ...] = ()) -> Reading:
    subject = Subject(name, frozenset(ingredients or (name,)), frozenset(aliases))
    return Reading(path, None, subject)


def grouped(*readings: Reading, **aliases: list[str]) -> dict[str, list[str]]:
    return {
        group.subject: [document.path for document in group.documents]
        for group in group_by_drug(readings, aliases)
    }


def test_documents_of_one_name_stand_together() -> None:
    found = grouped(reading("b", "veltrazine"), reading("a", "veltrazine"), reading("c", "zolmirane"))
    assert found == {"veltrazine": ["a", "b"], "zolmirane": ["c"]}


def test_a_longer_name_is_another_drug() -> None:
    found = grouped(reading("a", "veltrazine"), reading("b", "veltrazine mesilate"))
    assert found == {"veltrazine": ["a"], "veltrazine mesilate": ["b"]}


def test_a_name_given_by_the_document_joins() -> None:
    found = grouped(reading("a", "veltra"), reading("b", "veltrazine", "veltra"), reading("c", "veltrazine"))
    assert list(found.values()) == [["a", "b", "c"]]


def test_configured_aliases_join_and_name_the_group() -> None:
    found = grouped(reading("a", "beltra"), reading("b", "veltra"), veltrazine=["Veltra", " beltra "])
    assert found == {"veltrazine": ["a", "b"]}


def test_the_order_of_ingredients_does_not_matter() -> None:
    both = ("anzolam", "beltrin")
    found = grouped(
        reading("a", "anzolam and beltrin", ingredients=both),
        reading("b", "beltrin/anzolam", ingredients=both[::-1]),
        reading("c", "anzolam"),
    )
    assert sorted(found.values()) == [["a", "b"], ["c"]]


def test_any_order_of_documents_gives_the_same_groups() -> None:
    readings = [
        reading("a", "veltra"),
        reading("b", "veltrazine", "veltra"),
        reading("c", "zolmirane"),
        reading("d", "veltrazine"),
    ]
    assert len({str(group_by_drug(order)) for order in permutations(readings)}) == 1


@given(st.lists(st.sampled_from(["anzolam", "beltrin", "celtine"]), max_size=8))
def test_every_document_is_in_exactly_one_group(drugs: list[str]) -> None:
    readings = [reading(f"{number:02}", drug) for number, drug in enumerate(drugs)]
    groups = group_by_drug(readings)
    paths = [document.path for group in groups for document in group.documents]
    assert sorted(paths) == [item.path for item in readings]
    assert [group.subject for group in groups] == sorted(set(drugs))
