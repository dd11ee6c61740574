"""Reading a .zip archive: only the members that are taken are unpacked.

A student's archive is in memory, and one bad member makes it refused. A class's archive stays on
disk: its directory is read once, each member when its turn comes, and a bad one harms no other.
"""

import io
import stat
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from grader.errors import SubmissionError, UsageError
from grader.exercise import Exercise
from grader.intake.archive import (
    MOST_MEMBERS,
    Reader,
    allowed_bytes,
    damage_explained,
    refuse_bomb,
    refuse_crowd,
    refuse_large,
    refuse_special,
    take_members,
)
from grader.intake.quoting import brief, shown
from grader.intake.selection import MIB, Found
from grader.language import gettext as _

MOST_OF_A_CLASS = 50_000  # members
_DIRECTORY_BYTES = 16 * MIB
_ENTRY = b"PK\x01\x02"
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # others can claim memory
_KINDS = frozenset({0, stat.S_IFREG, stat.S_IFDIR})  # 0: packed where files have no kind


def unpack_zip(raw: bytes, path: Path, exercise: Exercise) -> Found:
    """Take the allowed files of a .zip archive."""
    if raw.count(_ENTRY) > MOST_MEMBERS:  # before zipfile builds an object for each
        refuse_crowd(path)
    with damage_explained(path):
        archive = zipfile.ZipFile(io.BytesIO(raw))
        members = list(_members(archive, path, allowed_bytes(len(raw))))
    return take_members(members, path, exercise)


def open_zip(path: Path) -> list[tuple[str, Reader]]:
    """Return name and reader of every member of a class's archive; a folder's name ends with "/".

    Raises
    ------
    UsageError
        When it is no zip archive, or holds too many members.
    """
    try:
        archive = zipfile.ZipFile(_Whole(path))
    except OSError as error:
        reason = error.strerror
    except Exception as error:  # noqa: BLE001 - no list of what a parser raises is complete
        reason = brief(error) or type(error).__name__
    else:
        return [
            (member_name(info), partial(_read_one, archive, info, path))
            for info in archive.infolist()
        ]
    raise UsageError(
        _("{path} cannot be read: {reason}. Download it again, or unpack it to a folder.").format(
            path=shown(path), reason=reason
        )
    )


def member_name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; one that is not marked as UTF-8 is often Korean (cp949)."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8_NAME:
        raw = name.encode("cp437")  # how zipfile decoded it
        for encoding in ("utf-8", "cp949"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.partition("\0")[0]


class _Whole(io.FileIO):
    """A large archive: no more than a directory's worth is read at once, whatever it claims."""

    def read(self, size: int | None = -1, /) -> bytes:
        most = _DIRECTORY_BYTES + 1
        data = super().read(most if size is None or size < 0 else min(size, most)) or b""
        if len(data) == most or data.count(_ENTRY) > MOST_OF_A_CLASS:
            raise zipfile.BadZipFile(
                _("it holds more than {most} files").format(most=MOST_OF_A_CLASS)
            )
        return data

    def __del__(self) -> None:
        self.close()  # the last reader is gone


def _read_one(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, most: int) -> bytes:
    _refuse_irregular(info, path)
    return _read(archive, info, path, allowed_bytes(info.compress_size), most)


def _members(archive: zipfile.ZipFile, path: Path, allowed: int) -> Iterator[tuple[str, Reader]]:
    for info in archive.infolist():
        _refuse_irregular(info, path)
        if not info.is_dir():
            yield member_name(info), partial(_read, archive, info, path, allowed)


def _refuse_irregular(info: zipfile.ZipInfo, path: Path) -> None:
    if stat.S_IFMT(info.external_attr >> 16) not in _KINDS:
        refuse_special(path, member_name(info))


def _read(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, allowed: int, most: int
) -> bytes:
    name = member_name(info)
    if info.flag_bits & _ENCRYPTED:
        raise SubmissionError(
            _("{path} is encrypted: {name} needs a password. Pack it again without one.").format(
                path=shown(path), name=brief(name)
            )
        )
    if info.compress_type not in _METHODS:
        raise SubmissionError(
            _("{path} packs {name} in an unusual way. Pack it again as an ordinary zip.").format(
                path=shown(path), name=brief(name)
            )
        )
    with damage_explained(path), archive.open(info) as file:
        content = file.read(min(most, allowed) + 1)
    if len(content) > most:
        refuse_large(path, name, most)
    if len(content) > allowed:
        refuse_bomb(path / name)
    return content
