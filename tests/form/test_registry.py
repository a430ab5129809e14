"""The checks that rule files can name."""

from __future__ import annotations

import pytest

from monolint.form.registry import CHECKS

from .checking import defects


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("text", ["", "---\n---\n", "Text.\n", "---\nfaqs: []\n---\n# Exemplin\n"])
def test_every_check_is_silent_where_nothing_is_wrong(name: str, text: str) -> None:
    assert defects(CHECKS[name], text) == []


def test_every_rule_of_form_has_its_check_by_its_own_name() -> None:
    assert sorted(CHECKS) == [
        "description-truncated",
        "faq-answer-in-question",
        "faq-answer-marker",
        "faq-copy",
        "faq-drift",
        "front-matter-broken",
        "front-matter-duplicate-key",
        "front-matter-toml",
        "front-matter-unclosed",
        "heading-contains-text",
        "heading-level-skipped",
        "unbalanced-emphasis",
    ]
