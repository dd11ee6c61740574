"""What all archives have in common: which folder inside is the submission, and what is refused.

Archives are read in memory and nothing is ever written to disk. What one says about itself is
not trusted: members are counted, bytes are counted while they are unpacked, and a link, a device
or a path that leaves the archive makes the whole archive refused.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from grader.errors import SubmissionError
from grader.exercise import Exercise
from grader.intake.quoting import brief, listed, shown
from grader.intake.selection import MIB, Found, is_junk, is_notebook, take
from grader.language import gettext as _

ARCHIVE_BYTES = 64 * MIB  # as stored, and again unpacked
MOST_MEMBERS = 2_000
RATIO = 100  # unpacked to stored; text packs 3 to 10 times
_RATIO_FLOOR = MIB // 4  # below this a high ratio is a file of blank lines, not a bomb

SUFFIXES = (".tar.gz", ".tgz", ".tar", ".zip")

Reader = Callable[[int], bytes]  # the most bytes a member may have → its content
Folders = dict[str, dict[str, Reader]]  # folder at the top ("" for none) → name → reader


def is_archive(name: str) -> bool:
    """Tell an archive by its name."""
    return name.lower().endswith(SUFFIXES)


def archive_stem(name: str) -> str:
    """Return an archive's name without what says that it is one."""
    suffix = next((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), "")
    return name.removesuffix(name[len(name) - len(suffix) :])


def take_members(members: Iterable[tuple[str, Reader]], path: Path, exercise: Exercise) -> Found:
    """Take the allowed files from the one folder of an archive that holds them.

    Parameters
    ----------
    members
        Name and reader of each regular file, in the archive's order.
    path
        The archive.
    exercise
        Says which names are allowed.
    """
    folders, deeper = _grouped(members, path)
    folder = _chosen(folders, path, exercise)
    files = folders[folder]
    if not _holds(files, exercise):
        _refuse_deeper(deeper, path, exercise)
    place = f"{shown(path)}/{shown(folder)}" if folder else shown(path)
    return take(files, exercise, place, lambda name, most: files[name](most))


def allowed_bytes(stored: int) -> int:
    """Return how many bytes an archive of `stored` bytes may unpack to."""
    return min(ARCHIVE_BYTES, max(_RATIO_FLOOR, RATIO * stored))


def path_parts(name: str, path: Path) -> list[str]:
    """Return the folders and the name of a member.

    Raises
    ------
    SubmissionError
        When its path leaves the archive.
    """
    name = name.replace("\\", "/")
    parts = [part for part in name.split("/") if part not in {"", "."}]
    if name.startswith("/") or ".." in parts or re.match("[A-Za-z]:", name):
        raise SubmissionError(
            _("{path} holds {name}, a path outside of it. Pack your folder again.").format(
                path=shown(path), name=brief(name)
            )
        )
    return parts


@contextmanager
def damage_explained(path: Path) -> Iterator[None]:
    """Turn whatever a parser raises on hostile bytes into a sentence for the student."""
    try:
        yield
    except SubmissionError:
        raise
    except Exception as error:  # noqa: BLE001 - no list of what a parser raises is complete
        raise SubmissionError(
            _("{path} is damaged ({reason}). Pack it again, or hand in the file itself.").format(
                path=shown(path), reason=brief(error) or type(error).__name__
            )
        ) from None


def refuse_large(path: Path, name: str, most: int) -> NoReturn:
    """Refuse a member that has more bytes than a file may."""
    raise SubmissionError(
        _("{name} in {path} is larger than {most} MiB. Hand in the code only.").format(
            path=shown(path), name=brief(name), most=most // MIB
        )
    )


def refuse_bomb(path: Path) -> NoReturn:
    """Refuse an archive that unpacks to more than `allowed_bytes`."""
    raise SubmissionError(
        _("{path} unpacks to far more than it should. Hand in the code only.").format(
            path=shown(path)
        )
    )


def refuse_crowd(path: Path) -> NoReturn:
    """Refuse an archive of more than `MOST_MEMBERS` members."""
    raise SubmissionError(
        _("{path} holds more than {most} files. Pack your code only.").format(
            path=shown(path), most=MOST_MEMBERS
        )
    )


def refuse_special(path: Path, name: str) -> NoReturn:
    """Refuse an archive that holds a link, a device or another special file."""
    raise SubmissionError(
        _("{path} holds {name}, which is a link or no regular file. Pack plain files.").format(
            path=shown(path), name=brief(name)
        )
    )


def refuse_twice(path: Path, name: str) -> NoReturn:
    """Refuse an archive that holds two members of one name."""
    raise SubmissionError(
        _("{path} holds {name} twice. Pack your folder again.").format(
            path=shown(path), name=brief(name)
        )
    )


def _grouped(members: Iterable[tuple[str, Reader]], path: Path) -> tuple[Folders, list[str]]:
    """Return the files by folder, and the names of those more than one folder deep."""
    folders: Folders = {"": {}}
    deeper: list[str] = []
    for name, reader in members:
        parts = path_parts(name, path)
        if not parts or any(map(is_junk, parts)):
            continue
        if len(parts) > 2:
            deeper.append("/".join(parts))
            continue
        files = folders.setdefault("/".join(parts[:-1]), {})
        if parts[-1] in files:
            refuse_twice(path, name)
        files[parts[-1]] = reader
    return folders, deeper


def _chosen(folders: Folders, path: Path, exercise: Exercise) -> str:
    """Return the folder to read: the top, the exercise's own, or the only one that fits."""
    fitting = [folder for folder, files in folders.items() if _holds(files, exercise)]
    for folder in ("", exercise.name):
        if folder in fitting:
            return folder
    if len(fitting) > 1:
        raise SubmissionError(
            _("{path} holds {required} in several folders: {names}. Pack only one of them.").format(
                path=shown(path), required=exercise.files[0], names=listed(sorted(fitting))
            )
        )
    filled = fitting or [folder for folder, files in folders.items() if files]
    return filled[0] if len(filled) == 1 else ""


def _holds(files: Iterable[str], exercise: Exercise) -> bool:
    return any(name == exercise.files[0] or is_notebook(name) for name in files)


def _refuse_deeper(deeper: list[str], path: Path, exercise: Exercise) -> None:
    required = exercise.files[0]
    for name in deeper:
        if name.rpartition("/")[2] == required:
            raise SubmissionError(
                _("{path} holds {required} too deep, as {name}. Pack the folder it is in.").format(
                    path=shown(path), required=required, name=brief(name)
                )
            )
