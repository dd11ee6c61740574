"""Write a file whole or not at all, the only way results reach the disk."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`; missing folders are made, and a link is followed.

    A reader never sees a part of it: it is written beside its place and moved there. What is no
    regular file (``/dev/stdout``, a pipe) is written to and stays what it is.

    Raises
    ------
    OSError
        When it cannot be written; nothing is left behind then.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            file.write(content)
        return
    target = path.resolve()
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
