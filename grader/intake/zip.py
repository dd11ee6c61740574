"""Reading a .zip archive: only the members that are taken are unpacked."""

import io
import stat
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from grader.course import Exercise
from grader.errors import SubmissionError
from grader.intake.archive import (
    ARCHIVE_BYTES,
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
from grader.intake.folder import read_regular
from grader.intake.quoting import brief, shown
from grader.intake.selection import Found
from grader.language import gettext as _

_ENTRY = b"PK\x01\x02"
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # others can claim memory
_KINDS = frozenset({0, stat.S_IFREG, stat.S_IFDIR})  # 0: packed where files have no kind


def read_zip(path: Path, exercise: Exercise) -> Found:
    """Take the allowed files of a .zip archive."""
    raw = read_regular(path, ARCHIVE_BYTES)
    if raw.count(_ENTRY) > MOST_MEMBERS:  # before zipfile builds an object for each
        refuse_crowd(path)
    with damage_explained(path):
        archive = zipfile.ZipFile(io.BytesIO(raw))
        members = list(_members(archive, path, allowed_bytes(len(raw))))
    return take_members(members, path, exercise)


def _members(archive: zipfile.ZipFile, path: Path, allowed: int) -> Iterator[tuple[str, Reader]]:
    for info in archive.infolist():
        if stat.S_IFMT(info.external_attr >> 16) not in _KINDS:
            refuse_special(path, _name(info))
        if not info.is_dir():
            yield _name(info), partial(_read, archive, info, path, allowed)


def _name(info: zipfile.ZipInfo) -> str:
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


def _read(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, allowed: int, most: int
) -> bytes:
    name = _name(info)
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
        refuse_bomb(path)
    return content
