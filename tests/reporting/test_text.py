from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.text import Text

from monolint.domain.finding import Notice, Report, Role, Severity
from monolint.reporting import text
from monolint.reporting.pieces import width_of

from .samples import CLEAN, CONTRAINDICATION, FAILED, REPORT, A, B, Spot, evidence

EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("width", [80, 140])
def test_the_whole_report(width: int) -> None:
    assert text.render(REPORT, width=width) == (EXPECTED / f"text-{width}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140, 200])
@pytest.mark.parametrize("colour", [True, False])
def test_no_line_is_wider_than_the_terminal(width: int, colour: bool) -> None:
    rendered = Text.from_ansi(text.render(REPORT, Severity.INFO, width=width, colour=colour)).plain
    assert max(width_of(row) for row in rendered.splitlines()) <= width


def test_colour_adds_codes_and_leaves_out_the_line_of_marks() -> None:
    plain = text.render(REPORT, width=80)
    coloured = text.render(REPORT, width=80, colour=True)
    assert "\x1b[" not in plain
    assert "\x1b[1;4mcontraindicated in patients with acute porphyria\x1b[0m" in coloured
    unmarked = [row for row in plain.splitlines() if "^" not in row]
    stripped = [row.rstrip() for row in Text.from_ansi(coloured).plain.splitlines()]
    assert stripped == unmarked


def test_carets_stand_below_the_marked_words() -> None:
    rows = text.render(REPORT, width=80).splitlines()
    at = next(number for number, row in enumerate(rows) if "40 mg twice daily" in row)
    start = rows[at + 1].index("^")
    assert rows[at][start : len(rows[at + 1])] == "40 mg twice daily"


def test_infos_are_counted_and_shown_on_request() -> None:
    assert "zolmirane" not in text.render(REPORT)
    assert "Not listed: 1 info; to see them: --min-severity info" in text.render(REPORT)
    everything = text.render(REPORT, Severity.INFO)
    assert "zolmirane: 1 info" in everything
    assert "Not listed" not in everything
    assert "Not listed: 1 warning and 1 info" in text.render(REPORT, Severity.ERROR)


def test_copies_are_folded_below_the_side_they_repeat() -> None:
    rows = text.render(REPORT, width=120).splitlines()
    assert rows.index(f"    also at {A}:61") < rows.index(f"  {B}:22:3  Precautions")
    assert f"    also at {B}:77" in rows


def test_a_side_in_the_same_words_is_quoted_once() -> None:
    first = CONTRAINDICATION.evidence[0]
    others = [evidence(Spot(B, line), "30 mg", "30 mg", Role.OTHER) for line in (9, 5)]
    again = replace(first, path=B, role=Role.OTHER)
    finding = replace(CONTRAINDICATION, evidence=(first, *others, again))
    rows = text.render(Report((finding,), (), 0, 2, 0)).splitlines()
    assert rows.index(f"  {A}:40:1  Contraindications") < rows.index(f"    also at {B}:40")
    assert rows.count("    | 30 mg") == 1
    assert rows.index(f"  {B}:9:1") < rows.index(f"    also at {B}:5")


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (80, "Dosage > Adults > First course of two"),
        (56, "Adults > First course of two"),
        (47, "First course of two"),
        (46, "First course of..."),
        (39, ""),
    ],
)
def test_the_innermost_headings_stay_where_room_is_short(width: int, shown: str) -> None:
    place = evidence(Spot(B, 10, 2), "x", "x", Role.PRIMARY, heading="Dosage > Adults > First course of two")
    finding = replace(CONTRAINDICATION, evidence=(place,))
    rendered = text.render(Report((finding,), (), 0, 1, 0), width=width)
    assert f"  {B}:10:2  {shown}".rstrip() in rendered.splitlines()


def test_bold_marks_are_shown_where_the_form_is_the_finding() -> None:
    place = evidence(Spot(B, 1), "**Adults:** 40 mg", "x", Role.PRIMARY)
    claim = replace(CONTRAINDICATION, evidence=(place,))
    form = replace(claim, kind=None)
    assert "| Adults: 40 mg" in text.render(Report((claim,), (), 0, 1, 0))
    assert "| **Adults:** 40 mg" in text.render(Report((form,), (), 0, 1, 0))


def test_many_places_are_named_not_quoted() -> None:
    others = [evidence(Spot(B, line), f"Quote {line}.", str(line), Role.OTHER) for line in range(1, 12)]
    finding = replace(CONTRAINDICATION, evidence=(CONTRAINDICATION.evidence[0], *others))
    rendered = text.render(Report((finding,), (), 0, 2, 0), width=200)
    assert "| Quote 5." in rendered
    assert "Quote 6." not in rendered
    assert f"also at {B}:6, {B}:7, {B}:8, {B}:9, {B}:10, {B}:11\n" in rendered


def test_a_clean_run_says_so_and_that_silence_is_not_approval() -> None:
    rendered = text.render(CLEAN)
    assert "No contradiction and no discrepancy found. Silence is not approval" in rendered
    assert rendered.endswith(
        "1 document checked, 0 skipped; 1 claim, 0 passages not understood; no findings.\n"
    )


def test_a_run_that_checked_nothing_does_not_look_clean() -> None:
    rendered = text.render(FAILED)
    assert "1 input could not be checked." in rendered
    assert "Nothing was checked" in rendered
    assert "No contradiction" not in rendered


def test_quiet_leaves_the_findings() -> None:
    assert text.render(CLEAN, quiet=True) == ""
    assert text.render(REPORT).startswith(text.render(REPORT, quiet=True))


def test_notices_are_folded() -> None:
    notices = tuple(Notice(f"{number}.md", "names no drug, skipped") for number in range(9))
    rendered = text.render(replace(CLEAN, notices=notices))
    assert "4.md: names no drug, skipped" in rendered
    assert "... and 4 more files skipped" in rendered
    assert "5.md" not in rendered


def test_a_document_cannot_steer_the_terminal() -> None:
    nasty = evidence(Spot("a\x1b[2J.md", 1), "x\x1b[31m\x07y\u202ez", "x", Role.PRIMARY, heading="\x1b[1mH")
    finding = replace(CONTRAINDICATION, evidence=(nasty,), message="m\x1b]0;t\x07")
    rendered = text.render(Report((finding,), (), 0, 1, 0))
    assert not set(rendered) & {"\x1b", "\x07", "\u202e"}
