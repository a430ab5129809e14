from __future__ import annotations

from monolint.domain.finding import Severity
from monolint.reporting import concise

from .samples import CLEAN, REPORT


def test_one_line_a_place() -> None:
    assert concise.render(REPORT, Severity.ERROR).splitlines() == [
        'north/veltrazine.md:40:1: error [contraindication-none] "None." denies every contraindication,'
        " but porphyria is stated as one.",
        'south/veltrazine.md:22:3: note [contraindication-none] other place: "Veltrazine is contraindicated'
        ' in patients with acute porphyria, and in everybody whose relatives..."',
        'north/veltrazine.md:61:23: note [contraindication-none] copy: "None."',
        'south/veltrazine.md:77:1: note [contraindication-none] copy: "**A:** It is contraindicated in'
        ' porphyria."',
    ]


def test_a_place_of_several_lines_stays_on_one() -> None:
    rows = concise.render(REPORT).splitlines()
    assert rows[-1] == 'south/veltrazine.md:9:5: note [dose-differs] other place: "Adults: 30 mg twice daily"'
    assert len(rows) == 6


def test_infos_on_request_and_nothing_when_clean() -> None:
    assert "zolmirane" not in concise.render(REPORT)
    assert "north/zolmirane.md:3:1: info [adverse-reaction-list]" in concise.render(REPORT, Severity.INFO)
    assert concise.render(CLEAN) == ""
