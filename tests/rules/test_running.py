"""Findings: one per claim key, with a fingerprint that survives moved and copied text."""

from __future__ import annotations

import pytest

from monolint.domain.corpus import Reading
from monolint.domain.document import Subject
from monolint.domain.finding import Finding, Role, Severity
from monolint.domain.group import DrugGroup
from monolint.extraction import extract
from monolint.form.inspecting import inspect
from monolint.reading import read_document
from monolint.rules import builtin_directory, load_rules, run_rules

RULES = load_rules([builtin_directory()])
BODY = """\
# Exemplin

## Dosage

Take 80 mg once daily. The maximum dose is 60 mg.

## Contraindications

None.

## Pregnancy

Contraindicated in pregnancy.
"""


def reading(name: str, text: str) -> Reading:
    document = read_document(name, text.encode())
    found = extract(document)
    subject = Subject("exemplin", frozenset({"exemplin"}))
    return Reading(name, None, subject, found.claims, found.unread, inspect(document))


def drug(*readings: Reading) -> DrugGroup:
    return DrugGroup("exemplin", readings, tuple(claim for one in readings for claim in one.claims))


def find(*texts: str, rule: str = "") -> list[Finding]:
    names = [f"{letter}.md" for letter in "abc"]
    readings = [reading(name, text) for name, text in zip(names, texts, strict=False)]
    found = run_rules(RULES, drug(*readings))
    return [finding for finding in found if not rule or finding.rule == rule]


def fingerprint(*texts: str, rule: str = "contraindications-none") -> str:
    (finding,) = find(*texts, rule=rule)
    return finding.fingerprint


def test_moved_and_copied_text_keeps_its_fingerprint() -> None:
    before = fingerprint(BODY)
    parts = BODY.split("## ")
    moved = "## ".join([parts[0], parts[3] + "\n", parts[1], parts[2]])
    assert fingerprint(moved) == before
    assert fingerprint("\n\n" + BODY) == before
    assert fingerprint(BODY + "\n## Precautions\n\nContraindicated in pregnancy.\n") == before


def test_a_changed_value_has_another_fingerprint() -> None:
    before = fingerprint(BODY, rule="dose-above-maximum")
    assert fingerprint(BODY.replace("80 mg", "90 mg"), rule="dose-above-maximum") != before
    assert fingerprint(BODY.replace("60 mg", "70 mg"), rule="dose-above-maximum") != before
    assert fingerprint(BODY.replace("80 mg", "80000 mcg"), rule="dose-above-maximum") == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("5 mg once daily.", "6 mg once daily."),
        ("- Asthma", "- Asthma\n\n## Warnings\n\nContraindicated in asthma."),
    ],
    ids=["another dose", "a copy"],
)
def test_a_silence_keeps_its_fingerprint_whatever_stands_beside_it(old: str, new: str) -> None:
    text = "# Exemplin\n\n## Contraindications\n\n- Asthma\n\n## Dosage\n\nTake 5 mg once daily.\n"
    before = fingerprint(text, rule="lactation-missing")
    assert fingerprint(text.replace(old, new), rule="lactation-missing") == before


def test_two_rules_on_one_key_are_one_finding() -> None:
    other = "# Exemplin\n\n## Dosage\n\nTake 40 mg once daily.\n"
    dosing = [finding for finding in find(BODY, other) if finding.kind == "dose"]
    assert len(dosing) == 1
    assert {dosing[0].rule, *dosing[0].also} == {"dose", "dose-above-maximum"}


def test_evidence_begins_with_both_sides_and_ends_with_copies() -> None:
    text = BODY + "\n## Drug Profile Summary\n\n- **Contraindications:** None.\n"
    (finding,) = find(text, rule="contraindications-none")
    assert [evidence.role for evidence in finding.evidence] == [Role.PRIMARY, Role.OTHER, Role.COPY]
    assert [e.text for e in finding.evidence][:2] == ["None.", "Contraindicated in pregnancy."]


@pytest.mark.parametrize("cap", ["info", "warning", "error"])
def test_a_rule_caps_its_severity(cap: str) -> None:
    capped = [rule.model_copy(update={"severity": cap}) for rule in RULES]
    found = run_rules(capped, drug(reading("a.md", BODY)))
    assert max(finding.severity for finding in found) is Severity[cap.upper()]


def test_a_message_is_a_sentence_about_both_sides() -> None:
    (finding,) = find(BODY, rule="dose-above-maximum")
    assert "80 mg" in finding.message
    assert "60 mg" in finding.message
    assert finding.message[0].isupper()


def test_equal_defects_of_form_have_fingerprints_of_their_own() -> None:
    text = "# Exemplin\n\n## **Adults:** 10 mg a day.\n\n## **Adults:** 10 mg a day.\n"
    before = find(text, rule="heading-contains-text")
    assert {finding.kind for finding in before} == {None}
    assert len({finding.fingerprint for finding in before}) == 2
    moved = find(text.replace("# Exemplin\n", "# Exemplin\n\nA medicine.\n"), rule="heading-contains-text")
    assert [finding.fingerprint for finding in moved] == [finding.fingerprint for finding in before]


def test_the_order_of_documents_changes_nothing() -> None:
    other = BODY.replace("80 mg", "40 mg").replace("None.", "- Porphyria")
    readings = [reading(name, text) for name, text in (("a.md", BODY), ("b.md", other))]
    orders: list[list[str]] = []
    for order in (readings, readings[::-1]):
        found = run_rules(RULES, drug(*order))
        orders.append(sorted(map(repr, found)))
    assert orders[0] == orders[1]
