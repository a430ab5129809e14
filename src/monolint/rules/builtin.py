"""Where the built-in rules are."""

from __future__ import annotations

from pathlib import Path


def builtin_directory() -> Path:
    """The folder of the built-in rules: inside the installed package, or beside src/ in a checkout."""
    package = Path(__file__).resolve().parent.parent
    packaged = package / "builtin_rules"
    return packaged if packaged.is_dir() else package.parent.parent / "rules"


def rule_files(directory: Path) -> list[Path]:
    """The rule files of a folder, in order of their names. Raises OSError."""
    return sorted(path for path in directory.iterdir() if path.suffix in (".yaml", ".yml"))
