"""Reading files of a folder, or one file: regular files only, never through a link.

Where the system can, a file is opened relative to the folder that was looked at, so replacing
the folder meanwhile changes nothing. Opening never waits: a pipe named like the module is
refused, not read.
"""

import errno
import itertools
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.errors import SubmissionError
from grader.exercise import Exercise
from grader.intake.quoting import shown
from grader.intake.selection import MIB, Found, take
from grader.language import gettext as _
from grader.machine import refusal

MOST_ENTRIES = 10_000

_CAN_ANCHOR = os.open in os.supports_dir_fd and os.scandir in os.supports_fd
_FLAGS = os.O_RDONLY
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):
    _FLAGS |= getattr(os, _flag, 0)  # each system has some of them


def read_folder(path: Path, exercise: Exercise) -> Found:
    """Take the allowed files of a folder."""
    with _anchored(path) as anchor:
        names = _names(path, anchor)

        def read(name: str, most: int) -> bytes:
            return read_regular(path / name, most, anchor)

        return take(names, exercise, shown(path), read)


def read_regular(path: Path, most: int, anchor: int | None = None) -> bytes:
    """Return the content of a regular file of at most `most` bytes.

    Parameters
    ----------
    path
        The file; where `anchor` is given only its last part is looked up, in that folder.
    most
        Counted while reading; what the file system says of the size is not trusted.
    anchor
        Descriptor of the folder, or None.

    Raises
    ------
    SubmissionError
        When it is missing, unreadable, too large, or anything but a regular file.
    """
    target = path if anchor is None else path.name
    with explained(path):
        refuse_irregular(path, os.stat(target, dir_fd=anchor, follow_symlinks=False).st_mode)
        with os.fdopen(os.open(target, _FLAGS, dir_fd=anchor), "rb") as file:
            refuse_irregular(path, os.fstat(file.fileno()).st_mode)
            content = file.read(most + 1)
    if len(content) > most:
        raise SubmissionError(
            _("{path} is larger than {most} MiB. Hand in the code only, without data.").format(
                path=shown(path), most=most // MIB
            )
        )
    return content


def refuse_irregular(path: Path, mode: int) -> None:
    """Raise when a file's mode is any but a regular file's."""
    if stat.S_ISREG(mode):
        return
    if stat.S_ISLNK(mode):
        text = _("{path} is a link, and links are not followed. Hand in the file itself.")
    elif stat.S_ISDIR(mode):
        text = _("{path} is a folder where a file is expected. Put the file in its place.")
    else:
        text = _("{path} is no regular file. Replace it with a file that holds your code.")
    raise SubmissionError(text.format(path=shown(path)))


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the system says about `path` into a sentence for the student."""
    try:
        yield
    except OSError as error:
        if not isinstance(error, FileNotFoundError) and refusal(error):
            raise  # no submission is to blame for that
        text = _sentence(error).format(path=shown(path), reason=error.strerror)
        raise SubmissionError(text) from None


def _sentence(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return _("{path} does not exist. Check the name and the folder you are in.")
    if isinstance(error, PermissionError):
        return _("{path} cannot be read: permission denied. Allow reading it (chmod u+r).")
    if error.errno == errno.ELOOP:  # what O_NOFOLLOW answers for a link
        return _("{path} is a link, and links are not followed. Hand in the file itself.")
    return _("{path} cannot be read: {reason}. Check the disk, or copy it elsewhere.")


@contextmanager
def _anchored(path: Path) -> Iterator[int | None]:
    if not _CAN_ANCHOR:
        yield None
        return
    with explained(path):
        anchor = os.open(path, _FLAGS | os.O_DIRECTORY)
    try:
        yield anchor
    finally:
        os.close(anchor)


def _names(path: Path, anchor: int | None) -> list[str]:
    with explained(path), os.scandir(path if anchor is None else anchor) as entries:
        names = [entry.name for entry in itertools.islice(entries, MOST_ENTRIES + 1)]
    if len(names) > MOST_ENTRIES:
        raise SubmissionError(
            _("{path} holds more than {most} files. Hand in a folder with your code only.").format(
                path=shown(path), most=MOST_ENTRIES
            )
        )
    return names
