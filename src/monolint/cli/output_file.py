"""Writing a report to a file: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_READABLE = 0o666


def write_whole(path: Path, text: str) -> None:
    """Put `text` into `path` in one step, so that no reader ever sees a part of it.

    A device or pipe is written to as it is. Raises OSError, and leaves the old file then.
    """
    target = Path(os.path.realpath(path))
    data = text.encode("utf-8", "replace")
    if target.exists() and not target.is_file():
        with target.open("wb") as device:
            device.write(data)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(_mode(target))
        os.replace(name, target)  # noqa: PTH105 - the name is a string already
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return _READABLE & ~mask
