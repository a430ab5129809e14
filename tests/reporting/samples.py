"""A hand-built report about an invented drug."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from monolint.domain.claim import Claim, Facet, Kind, Place, Qualifier, Quantity, Scope, Strength
from monolint.domain.finding import (
    Confidence,
    Evidence,
    Failure,
    Finding,
    Notice,
    Report,
    Role,
    Severity,
    Unread,
)
from monolint.domain.text import Position, Span

A = "north/veltrazine.md"
B = "south/veltrazine.md"


@dataclass(frozen=True)
class Spot:
    """Where an evidence stands: path, line, column, and the offset of its first character."""

    path: str
    line: int
    column: int = 1
    start: int = 100


def evidence(spot: Spot, text: str, value: str, role: Role, marked: str = "", heading: str = "") -> Evidence:
    marks: tuple[Span, ...] = ()
    if marked:
        at = spot.start + text.index(marked)
        marks = (Span(at, at + len(marked)),)
    span = Span(spot.start, spot.start + len(text))
    start = Position(spot.line, spot.column)
    end = Position(spot.line + text.count("\n"), spot.column + len(text))
    return Evidence(spot.path, span, start, end, text, value, role, marks, heading)


CONTRAINDICATION = Finding(
    rule="contraindication-none",
    kind=Kind.CONTRAINDICATION,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    subject="veltrazine",
    object="porphyria",
    scope="",
    message='"None." denies every contraindication, but porphyria is stated as one.',
    fingerprint="f1",
    evidence=(
        evidence(Spot(A, 40), "None.", "none", Role.PRIMARY, "None", "Contraindications"),
        evidence(
            Spot(B, 22, 3),
            "Veltrazine is contraindicated in patients with acute porphyria, and in everybody whose"
            " relatives had an attack.",
            "contraindicated",
            Role.OTHER,
            "contraindicated in patients with acute porphyria",
            "Precautions",
        ),
        evidence(Spot(A, 61, 23), "None.", "none", Role.COPY, "None"),
        evidence(Spot(B, 77), "**A:** It is contraindicated in porphyria.", "contraindicated", Role.COPY),
    ),
)

_LONG = (
    "Treatment is begun in hospital, where blood pressure can be watched through the first night and"
    " the morning after; the usual dose for adults with stable disease is 40 mg twice daily with food,"
    " and it is kept for as long as the disease does not progress, unless the patient asks for another"
    " way of treatment or cannot bear the effects on sleep, appetite and mood that some people report"
    " in the first weeks of treatment with this and with similar medicines of the same group."
)

DOSE = Finding(
    rule="dose-differs",
    kind=Kind.DOSE,
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    subject="veltrazine",
    object=None,
    scope="population=adult",
    message="The usual dose is 40 mg in one place and 30 mg in another.",
    fingerprint="f2",
    evidence=(
        evidence(Spot(A, 12), _LONG, "40 mg", Role.PRIMARY, "40 mg twice daily", "Dosage"),
        evidence(
            Spot(B, 9, 5), "Adults:\n  30 mg\n  twice daily", "30 mg", Role.OTHER, "30 mg", "Dosage > Adults"
        ),
    ),
    also=("max-dose-exceeded",),
)

OMISSION = Finding(
    rule="adverse-reaction-list",
    kind=Kind.ADVERSE_REACTION,
    severity=Severity.INFO,
    confidence=Confidence.HIGH,
    subject="zolmirane",
    object=None,
    scope="",
    message="Two lists of common reactions differ.",
    fingerprint="f3",
    evidence=(
        evidence(Spot("north/zolmirane.md", 3), "Übelkeit, nausea", "nausea", Role.PRIMARY),
        evidence(Spot("north/zolmirane.md", 8), "Headache", "headache", Role.OTHER),
    ),
)

CLAIM = Claim(
    subject="veltrazine",
    kind=Kind.DOSE,
    object=None,
    scope=Scope.of({Facet.POPULATION: frozenset({"adult", "elderly"})}),
    value=Quantity(Decimal(40), Decimal(40), "mg"),
    qualifier=Qualifier.USUAL,
    strength=Strength.PLAIN,
    place=Place(A, Span(100, 105), Position(12, 1), Position(12, 6), "40 mg"),
    section="posology",
)

UNREAD = Unread(
    path=A,
    span=Span(900, 930),
    start=Position(70, 1),
    end=Position(70, 31),
    text="Give 2 of the small ones a day",
    kind=Kind.DOSE,
    reason="no unit",
)

REPORT = Report(
    findings=(CONTRAINDICATION, DOSE, OMISSION),
    unread=(UNREAD,),
    claims=31,
    documents=3,
    skipped=1,
    notices=(Notice("north/README.md", "names no drug, skipped"),),
)

FAILED = Report((), (), 0, 0, 0, (Failure("x.md", "binary file, not text", "exclude it"),))
CLEAN = Report((), (), 1, 1, 0)
