"""Write a file whole or not at all, the only way results reach the disk."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from grader.errors import UsageError
from grader.language import gettext as _


def write_whole(path: Path, content: bytes, option: str) -> None:
    """Write `content` to `path`; missing folders are made, and a link is followed.

    A reader never sees a part of it: it is written beside its place and moved there. What is no
    regular file (``/dev/stdout``, a pipe) is written to and stays what it is.

    Raises
    ------
    UsageError
        When it cannot be written; nothing is left behind then. `option` names another place.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.write(content)
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        raise UsageError(
            _("{path} cannot be written: {reason}. Name another place with {option}.").format(
                path=path, reason=error.strerror or error, option=option
            )
        ) from None


def _replace(target: Path, content: bytes) -> None:
    draft = target.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
