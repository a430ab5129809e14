"""What a kept value was made by: when any of it changes, the value is made anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from monolint import __version__

_PACKAGE = Path(__file__).resolve().parents[2]
_READING = ("domain", "reading", "extraction", "form")
_COMPARING = ("comparing", "rules")
_LIBRARIES = ("marko", "pint", "python_frontmatter", "pyyaml")
_SIZE = 16


def digest(*parts: bytes | str) -> bytes:
    """A name for exactly these parts in this order."""
    encoded = [part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass") for part in parts]
    lengths = ",".join([str(len(data)) for data in encoded])
    return blake2b(b"".join([lengths.encode(), b":", *encoded]), digest_size=_SIZE).digest()


@cache
def reading_stamp() -> bytes:
    """Everything that makes claims of a document: this version, its code and vocabularies, its libraries.

    The code itself counts and not its version alone, so that an editable install needs no care.
    """
    python = ".".join(map(str, sys.version_info[:3]))
    return digest(__version__, python, *_libraries(), *_contents(_READING))


@cache
def comparing_stamp() -> bytes:
    """Everything that makes findings of claims, but for the rules themselves."""
    return digest(reading_stamp(), *_contents(_COMPARING))


def _contents(folders: tuple[str, ...]) -> Iterator[bytes | str]:
    for folder in folders:
        for above, below, names in os.walk(_PACKAGE / folder):
            below[:] = sorted(name for name in below if name != "__pycache__")
            for name in sorted(names):
                yield name
                yield Path(above, name).read_bytes()


def _libraries() -> list[str]:
    """Name and version of the libraries that read, as their metadata folders are called.

    importlib.metadata would say the same, and take as long to start as a whole warm run.
    """
    found: set[str] = set()
    for folder in filter(os.path.isdir, sys.path):
        for name in os.listdir(folder):  # noqa: PTH208 - names alone, in every run
            library, _, _ = name.partition("-")
            if name.endswith(".dist-info") and library.lower().replace(".", "_") in _LIBRARIES:
                found.add(name)
    return sorted(found)
