from __future__ import annotations

import pytest

from monolint.domain.claim import Facet, Kind

from ..documents import claims, values

WORK = "### How long does Exemplin take to work?"
LAST = "### How long do the effects of Exemplin last?"


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (WORK, "Most people feel better within a few days.", [("time to first effect", "1-7 d")]),
        (WORK, "Relief begins in 30 to 60 minutes.", [("time to first effect", "0.5-1 h")]),
        (WORK, "It takes two weeks or even up to three months.", [("time to first effect", "336-2190 h")]),
        (WORK, "It works within minutes to hours.", [("time to first effect", "0-1 d")]),
        (WORK, "Pain eases in a day, but the full effect takes 4 weeks.", [("time to full effect", "28 d")]),
        (WORK, "Take it daily for two weeks.", []),
        (WORK, "If nothing changes within a week, ask a doctor.", []),
        (WORK, "It depends on the illness.", []),
        (LAST, "They last for 4 to 6 hours.", [("duration of effect", "4-6 h")]),
        ("### How long should I take Exemplin?", "Take it over two weeks.", []),
        ("### How long should I wait for an effect?", "Give it two weeks.", []),
    ],
)
def test_answers(question: str, answer: str, expected: list[tuple[str, str]]) -> None:
    assert values(f"{question}\n\n{answer}", "FAQs", Kind.PHARMACOKINETICS) == expected


def test_the_onset_of_action_needs_no_question() -> None:
    found = values("The onset of action is 15 minutes.", "How It Works", Kind.PHARMACOKINETICS)
    assert found == [("time to first effect", "0.25 h")]


def test_a_time_belongs_to_the_illness_beside_it() -> None:
    (found,) = claims(f"{WORK}\n\nIn asthma it works within days.", "FAQs", Kind.PHARMACOKINETICS)
    assert found.scope.get(Facet.INDICATION) == frozenset({"asthma"})
