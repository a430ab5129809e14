"""The form checks that rule files can name."""

from __future__ import annotations

from monolint.form import copies, emphasis, front_faq, headings, truncation
from monolint.form.interface import Check
from monolint.form.problems import problems_with

CHECKS: dict[str, Check] = {
    "description-truncated": truncation.description,
    "faq-answer-in-question": front_faq.answer_in_question,
    "faq-answer-marker": front_faq.answer_marker,
    "faq-copy": copies.repeated,
    "faq-drift": copies.drifted,
    "front-matter-broken": problems_with("front-matter-broken"),
    "front-matter-duplicate-key": problems_with("front-matter-duplicate-key"),
    "front-matter-toml": problems_with("front-matter-toml"),
    "front-matter-unclosed": problems_with("front-matter-unclosed"),
    "heading-contains-text": headings.contains_text,
    "heading-level-skipped": headings.level_skipped,
    "unbalanced-emphasis": emphasis.unbalanced,
}
