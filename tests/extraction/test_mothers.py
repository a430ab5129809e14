from __future__ import annotations

import pytest

from monolint.domain.claim import Stance, Strength
from monolint.extraction.mothers import mothers_advice

SENTENCES = {
    "While usually safe, talk to a nurse or doctor about risks and benefits.": Stance.LOW_RISK,
    "While usually considered safe, it should be taken with caution.": Stance.CAUTION,
    "While considered safe in adults, it is contraindicated here.": Stance.CONTRAINDICATED,
    "Normally contraindicated, although doctors weigh the benefits against the risks.": Stance.WEIGH_RISKS,
    "It is contraindicated, although some doctors ask for care.": Stance.CONTRAINDICATED,
    "Take it with caution or avoid it.": None,
    "Take it cautiously, if at all.": None,
    "Take it with caution.": Stance.CAUTION,
    "High doses are contraindicated.": None,
    "It is contraindicated at any dose.": Stance.CONTRAINDICATED,
    "Preparations from food are considered safe.": None,
    "It is not recommended in some countries.": None,
    "Safer alternatives are preferred.": None,
    "Careful glucose monitoring is needed.": Stance.MONITOR,
    "Careful consideration and monitoring are needed.": Stance.CAUTION,
    "The benefits usually outweigh the risks.": Stance.LOW_RISK,
    "Give it only if the benefits clearly outweigh the risks.": Stance.WEIGH_RISKS,
    "Avoid use unless specifically told so by a doctor.": Stance.AVOID,
    "Here the risk for the fetus outweighs any benefit.": Stance.AVOID,
    "The risk to the fetus is not well known.": Stance.NOT_ESTABLISHED,
    "There is a risk to the fetus.": Stance.HAZARD,
    "Though mostly regarded as safe, a midwife assesses the risks and benefits.": Stance.LOW_RISK,
    "Multi-dose vials should be avoided.": None,
    "Larger therapeutic doses need caution.": None,
    "It is considered safe at the recommended daily allowance.": Stance.LOW_RISK,
    "It may be used if necessary.": Stance.IF_NEEDED,
    "It may be used.": Stance.MAY_USE,
    "It is acceptable when other alternatives are unavailable.": Stance.IF_NEEDED,
    "It is contraindicated or needs careful weighing of benefits and risks.": None,
    "It may not be recommended.": Stance.CAUTION,
    "It is a potent teratogen.": Stance.AVOID,
    "It is teratogenic.": Stance.HAZARD,
    "Consider avoiding breastfeeding for 12 hours after a dose.": None,
    "Avoid breastfeeding during treatment and for 12 hours after it.": Stance.AVOID,
    "Avoid breastfeeding for 12 hours after the last dose.": Stance.AVOID,
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_the_advice_of_a_sentence(text: str, expected: Stance | None) -> None:
    found = mothers_advice(text)
    assert (found[0].stance if found else None) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avoid it during pregnancy and while nursing if possible.", Strength.HEDGED),
        ("Avoid it during pregnancy and while nursing.", Strength.PLAIN),
        ("Stop breastfeeding or the medicine.", Strength.HEDGED),
        ("Breastfeeding may have to be stopped.", Strength.HEDGED),
        ("Breastfeeding must be stopped.", Strength.PLAIN),
    ],
)
def test_a_ban_that_leaves_room_is_hedged(text: str, expected: Strength) -> None:
    found = mothers_advice(text)
    assert found is not None
    assert (found[0].stance, found[1]) == (Stance.AVOID, expected)
