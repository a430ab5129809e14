from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.domain.claim import Stance, Strength
from monolint.extraction.stances import denies, find_advice, is_denial, overall, strength

SENTENCES = {
    "It is contraindicated in gout.": Stance.CONTRAINDICATED,
    "Must not be used in children.": Stance.CONTRAINDICATED,
    "It is not contraindicated in gout.": Stance.MAY_USE,
    "Should be avoided in gout.": Stance.AVOID,
    "It should not be avoided.": None,
    "It isn't recommended in gout.": Stance.NOT_RECOMMENDED,
    "Not recommended unless the benefit outweighs the risk.": Stance.WEIGH_RISKS,
    "Contraindicated unless the benefit outweighs the risk.": Stance.CONTRAINDICATED,
    "Use with caution.": Stance.CAUTION,
    "Use with caution or avoid.": Stance.CAUTION,
    "Monitor closely.": Stance.MONITOR,
    "Use only if clearly needed.": Stance.IF_NEEDED,
    "Generally considered safe.": Stance.SAFE,
    "May be used in gout.": Stance.MAY_USE,
    "No dose adjustment is recommended.": Stance.NO_ADJUSTMENT,
    "Dose adjustment not necessary": Stance.NO_ADJUSTMENT,
    "Dosage adjustments aren't defined for these patients.": Stance.NOT_ESTABLISHED,
    "The leaflet does not give any dose adjustments for such patients.": Stance.NOT_ESTABLISHED,
    "Dose reductions because of age are usually not necessary.": Stance.NO_ADJUSTMENT,
    "Look at the kidneys before adjusting the dose.": None,
    "Larger doses are not recommended.": None,
    "The product is not known to be harmful in gout.": Stance.SAFE,
    "It is not known whether the product is harmful.": Stance.UNKNOWN,
    "Dizziness is possible.": None,
    "Treatment is possible in gout.": Stance.MAY_USE,
    "It may not be suitable for patients with gout.": Stance.CAUTION,
    "It should not be used unless under close supervision.": Stance.IF_NEEDED,
    "Dose adjustments in gout are not clearly described.": Stance.NOT_ESTABLISHED,
    "There is no dosage adjustment guidance.": Stance.NOT_ESTABLISHED,
    "Do not use in gout without asking your doctor.": Stance.IF_NEEDED,
    "Reduce the dose.": Stance.ADJUST,
    "Give half the usual dose.": Stance.ADJUST,
    "Safety has not been established.": Stance.NOT_ESTABLISHED,
    "Ask your doctor before use.": Stance.CONSULT,
    "Can harm the developing fetus.": Stance.HAZARD,
    "The recommended dose is 5 mg.": None,
    "Avoid driving.": None,
    "Do not crush the tablets.": None,
    "Take it with water.": None,
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_the_stance_of_a_sentence(text: str, expected: Stance | None) -> None:
    found = overall(find_advice(text), text)
    assert (found.stance if found else None) is expected


@given(st.sampled_from(sorted(SENTENCES)), st.booleans())
def test_case_and_blanks_change_nothing(text: str, upper: bool) -> None:
    other = ("  ".join(text.split())).upper() if upper else "  ".join(text.split())
    assert [a.stance for a in find_advice(other)] == [a.stance for a in find_advice(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No dose adjustment is needed.", Strength.PLAIN),
        ("Usually no dose adjustment is needed.", Strength.HEDGED),
        ("It may be used.", Strength.PLAIN),
        ("Dose reductions may be necessary.", Strength.HEDGED),
        ("Women of reproductive potential must not be given it.", Strength.PLAIN),
    ],
)
def test_hedges_lower_the_strength(text: str, expected: Strength) -> None:
    found = overall(find_advice(text), text)
    assert found is not None
    assert strength(text, found) is expected


def test_denials() -> None:
    assert is_denial("None.")
    assert is_denial("None known")
    assert not is_denial("None of the above applies to children")
    assert denies("Currently, no known contraindications.", "contraindication")
    assert not denies("No known interactions.", "contraindication")


def test_long_hostile_text_is_read() -> None:
    assert find_advice("not " * 5_000 + "recommended")[-1].stance is Stance.NOT_RECOMMENDED
