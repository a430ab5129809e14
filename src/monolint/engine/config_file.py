"""Finding and reading the file that holds the configuration."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from monolint.domain.finding import Failure
from monolint.engine.errors import SetupErrors
from monolint.engine.pathnames import absolute, common_folder, upwards

OWN_FILE = "monolint.toml"
PROJECT_FILE = "pyproject.toml"

_TOML_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A file that configures monolint: its table, and what stands before the keys in the file."""

    path: Path
    table: dict[str, Any]
    prefix: str = ""


def find_config(paths: Sequence[Path], working_directory: Path) -> ConfigFile | None:
    """The nearest configuration at or above the folder that holds all `paths`, else the working directory.

    monolint.toml wins over a pyproject.toml beside it; a pyproject.toml without [tool.monolint] is
    passed by. Raises SetupErrors when a file found on the way is not TOML.
    """
    starts = [start for start in (common_folder(paths), working_directory) if start is not None]
    for start in starts:
        for folder in upwards(start):
            found = _in_folder(folder)
            if found is not None:
                return found
    return None


def _in_folder(folder: Path) -> ConfigFile | None:
    for name in (OWN_FILE, PROJECT_FILE):
        if (folder / name).is_file():
            found = _read(folder / name)
            if found is not None:
                return found
    return None


def named_config(path: Path) -> ConfigFile:
    """The configuration in a file that was named; a pyproject.toml must hold [tool.monolint].

    Raises SetupErrors when it cannot be read, is not TOML or holds no configuration.
    """
    found = _read(absolute(path))
    if found is None:
        hint = "add the table [tool.monolint], or name a monolint.toml"
        raise SetupErrors([Failure(str(path), "holds no configuration of monolint", hint)])
    return found


def _read(path: Path) -> ConfigFile | None:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SetupErrors(
            [Failure(str(path), f"cannot be read: {error.strerror}", "check --config")]
        ) from error
    except UnicodeDecodeError as error:
        raise SetupErrors([Failure(str(path), "not UTF-8", "save the file as UTF-8")]) from error
    except tomllib.TOMLDecodeError as error:
        raise SetupErrors([_not_toml(path, str(error))]) from error
    if path.name != PROJECT_FILE:
        return ConfigFile(path, table)
    tool = table.get("tool")
    own = tool.get("monolint") if isinstance(tool, dict) else None
    return ConfigFile(path, own, "tool.monolint.") if isinstance(own, dict) else None


def _not_toml(path: Path, message: str) -> Failure:
    match = _TOML_LINE.search(message)
    line = int(match[1]) if match and match[1] else None
    plain = message[: match.start()] if match else message
    where = "" if match is None or line else ", at the end of the file"
    return Failure(
        str(path), f"not valid TOML: {plain[:1].lower()}{plain[1:]}{where}", "see https://toml.io", line
    )
