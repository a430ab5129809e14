"""The form checks that rule files can name."""

from __future__ import annotations

from monolint.form.interface import Check

CHECKS: dict[str, Check] = {}
