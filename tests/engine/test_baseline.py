from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.domain.baseline import Baseline, BaselineNews, Reason
from monolint.domain.finding import Finding
from monolint.engine.baseline import created, known_finding, match, updated
from monolint.engine.baseline_file import dump, parse
from monolint.engine.errors import SetupErrors

from ..reporting.samples import CONTRAINDICATION, DOSE, OMISSION

ALL = (CONTRAINDICATION, DOSE, OMISSION)
NOW = "1.0"


def test_what_is_in_the_baseline_is_known() -> None:
    matched = match(ALL, created((DOSE, OMISSION), NOW), NOW)
    assert (matched.new, matched.known) == ((CONTRAINDICATION,), (DOSE, OMISSION))
    assert not matched.reopened
    assert not matched.stale


def test_a_changed_value_is_new_and_leaves_its_entry_stale() -> None:
    first, second = DOSE.evidence
    changed = replace(DOSE, fingerprint="g2", evidence=(replace(first, value="50 mg"), second))
    matched = match((changed,), created((DOSE,), NOW), NOW)
    assert matched.new == (changed,)
    assert matched.stale == (known_finding(DOSE),)


def renamed(finding: Finding) -> Finding:
    evidence = tuple(replace(item, path=f"new/{item.path}") for item in finding.evidence)
    return replace(finding, fingerprint=f"renamed {finding.fingerprint}", evidence=evidence)


def with_a_copy(finding: Finding) -> Finding:
    copy = replace(finding.evidence[-1], path="third.md")
    return replace(finding, fingerprint=f"copied {finding.fingerprint}", evidence=(*finding.evidence, copy))


@pytest.mark.parametrize("moved", [renamed(DOSE), with_a_copy(DOSE)])
def test_a_rename_and_one_more_copy_are_told_apart(moved: Finding) -> None:
    matched = match((CONTRAINDICATION, moved), created((DOSE, CONTRAINDICATION), NOW), NOW)
    assert not matched.new
    assert not matched.stale
    assert [(item.finding, item.entry, item.reason) for item in matched.reopened] == [
        (moved, known_finding(DOSE), Reason.MOVED)
    ]


def test_an_entry_excuses_one_finding_only() -> None:
    matched = match((DOSE, renamed(DOSE)), created((DOSE,), NOW), NOW)
    assert (matched.known, matched.new) == ((DOSE,), (renamed(DOSE),))
    matched = match((renamed(DOSE), with_a_copy(DOSE)), created((DOSE,), NOW), NOW)
    assert len(matched.reopened) == len(matched.new) == 1


def test_another_version_that_reads_other_values_is_told_apart() -> None:
    first, second = DOSE.evidence
    read_anew = replace(DOSE, fingerprint="g2", evidence=(replace(first, value="40 mg/d"), second))
    baseline = created((DOSE,), "0.9")
    assert match((read_anew,), baseline, "0.9").new == (read_anew,)
    (item,) = match((read_anew,), baseline, NOW).reopened
    assert (item.finding, item.reason) == (read_anew, Reason.VERSION)


def test_another_version_that_renames_a_rule_is_told_apart() -> None:
    by_another_rule = replace(DOSE, fingerprint="g2", rule="dose-ranges")
    assert not match((by_another_rule,), created((DOSE,), "0.9"), NOW).new
    assert match((by_another_rule,), created((DOSE,), NOW), NOW).new


def test_an_update_drops_stale_entries_and_adds_only_what_is_asked() -> None:
    baseline = created((DOSE, OMISSION), "0.9")
    matched = match((CONTRAINDICATION, renamed(DOSE)), baseline, NOW)
    news = BaselineNews("b.jsonl", len(matched.known), matched.reopened, matched.stale)
    assert updated(baseline, news, (), NOW) == created((renamed(DOSE),), NOW)
    assert updated(baseline, news, matched.new, NOW) == created((renamed(DOSE), CONTRAINDICATION), NOW)


def test_the_file_has_a_line_for_each_entry_in_any_order_of_findings() -> None:
    text = dump(created(ALL, NOW))
    assert text == dump(created(reversed(ALL), NOW))
    assert text.splitlines()[0] == '{"monolint-baseline": 1, "written_by": "1.0"}'
    assert [json.loads(line)["rule"] for line in text.splitlines()[1:]] == [
        *("contraindication-none", "dose-differs", "adverse-reaction-list"),
    ]
    assert json.loads(text.splitlines()[2])["sides"] == [
        *(["north/veltrazine.md", "40 mg"], ["south/veltrazine.md", "30 mg"]),
    ]


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), max_size=5))
def test_what_is_written_is_read_again(given_texts: list[tuple[str, str, str]]) -> None:
    findings = [
        replace(DOSE, subject=subject, message=message, object=named, fingerprint=str(number))
        for number, (subject, message, named) in enumerate(given_texts)
    ]
    baseline = created(findings, NOW)
    assert parse(dump(baseline), "b.jsonl") == baseline


@given(st.lists(st.sampled_from(ALL), max_size=6), st.lists(st.sampled_from(ALL), max_size=6))
def test_no_finding_and_no_entry_is_lost(now: list[Finding], before: list[Finding]) -> None:
    matched = match(now, created(before, NOW), NOW)
    found = [*matched.new, *matched.known, *(item.finding for item in matched.reopened)]
    assert sorted(map(known_finding, found)) == sorted(map(known_finding, now))
    used = [*map(known_finding, matched.known), *(item.entry for item in matched.reopened), *matched.stale]
    assert sorted(used) == sorted(map(known_finding, before))


def test_a_merge_of_two_branches_reads_as_both() -> None:
    one = dump(created((DOSE,), NOW)).splitlines()
    two = dump(created((OMISSION,), NOW)).splitlines()
    lines = [*one, *two[1:]]
    random.Random(1).shuffle(lines[1:])
    assert set(parse("\n".join(lines), "b.jsonl").entries) == {known_finding(DOSE), known_finding(OMISSION)}


def line(**changed: object) -> str:
    texts = {"subject": "x", "rule": "r", "severity": "error", "message": "m", "fingerprint": "f"}
    return json.dumps({**texts, "sides": [], **changed})


HEAD = '{"monolint-baseline": 1, "written_by": "1.0"}\n'


@pytest.mark.parametrize(
    ("text", "number", "message"),
    [
        ("", None, "is empty"),
        ("[]\n", 1, "the first line of a baseline is"),
        (
            '{"monolint-baseline": 9, "written_by": "3.0"}\n',
            1,
            "this version of monolint reads format 1",
        ),
        (f"{HEAD}<<<<<<< HEAD\n", 2, "a conflict of a merge was left"),
        (f"{HEAD}{{\n", 2, "is no JSON"),
        (f"{HEAD}7\n", 2, "is no entry"),
        (f'{HEAD}\n{{"subject": "x"}}\n', 3, "has no rule, severity, message, sides, fingerprint"),
        (HEAD + line(sides=[["a"]]), 2, "not of its type"),
        (HEAD + line(severity="bad"), 2, "not of its type"),
        (HEAD + line(rule=1), 2, "not of its type"),
    ],
)
def test_what_is_no_baseline_is_refused(text: str, number: int | None, message: str) -> None:
    with pytest.raises(SetupErrors) as caught:
        parse(text, "b.jsonl")
    (failure,) = caught.value.errors
    assert (failure.path, failure.line) == ("b.jsonl", number)
    assert message in failure.message
    assert failure.hint


def test_every_wrong_line_is_told() -> None:
    with pytest.raises(SetupErrors) as caught:
        parse(f"{HEAD}one\ntwo\n", "b.jsonl")
    assert [failure.line for failure in caught.value.errors] == [2, 3]


def test_an_empty_baseline_knows_nothing() -> None:
    assert parse(HEAD, "b.jsonl") == Baseline("1.0", ())
