"""Reading a .tar archive, packed with gzip or not, by walking its blocks.

The standard library decodes each header; the walk is ours, because ``tarfile`` can be sent round
in circles (negative sizes) or kept busy (patterns over extended headers) by a hostile archive.
Here each step goes forward and looks at each byte once.
"""

import gzip
import io
import tarfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

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
from grader.intake.selection import Found

_BLOCK = tarfile.BLOCKSIZE
_REGULAR = frozenset({tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE})
_ABOUT_ALL = frozenset({tarfile.XGLTYPE})  # comments, such as the commit `git archive` packed
_LENGTH_DIGITS = 10
_EXTENDED_BYTES = 16 * 1024  # a name and a few attributes


def unpack_tar(raw: bytes, path: Path, exercise: Exercise) -> Found:
    """Take the allowed files of a .tar, .tar.gz or .tgz archive."""
    with damage_explained(path):
        data = raw if path.name.lower().endswith(".tar") else _unpacked(raw, path)
        members = list(_members(data, path))
    return take_members(members, path, exercise)


def _unpacked(raw: bytes, path: Path) -> bytes:
    allowed = allowed_bytes(len(raw))
    with gzip.GzipFile(fileobj=io.BytesIO(raw)) as file:
        data = file.read(allowed + 1)
    if len(data) > allowed:
        refuse_bomb(path)
    return data


def _members(data: bytes, path: Path) -> Iterator[tuple[str, Reader]]:
    """Yield the regular files; a header may be preceded by one that holds its long name."""
    long_name = ""
    for count, (info, content) in enumerate(_entries(data)):
        if count >= MOST_MEMBERS:
            refuse_crowd(path)
        if info.type == tarfile.GNUTYPE_LONGNAME:
            long_name = _text(bytes(content).partition(b"\0")[0])
        elif info.type == tarfile.XHDTYPE:
            long_name = _extended_path(bytes(content)) or long_name
        elif info.type not in _ABOUT_ALL:
            name, long_name = long_name or info.name, ""
            if info.type in _REGULAR:
                yield name, partial(_read, content, path, name)
            elif info.type != tarfile.DIRTYPE:
                refuse_special(path, name)


def _entries(data: bytes) -> Iterator[tuple[tarfile.TarInfo, memoryview]]:
    view = memoryview(data)
    if len(data) < _BLOCK:
        raise tarfile.ReadError("no tar archive")
    position = 0
    while position < len(data) and any(view[position : position + _BLOCK]):
        header = data[position : position + _BLOCK]
        info = tarfile.TarInfo.frombuf(header, "utf-8", "surrogateescape")
        start = position + _BLOCK
        end = start + info.size
        if info.size < 0 or end > len(data):
            raise tarfile.ReadError("a file is cut off")
        yield info, view[start:end]
        position = start + -(-info.size // _BLOCK) * _BLOCK


def _extended_path(records: bytes) -> str:
    """Return the path among extended records ``length key=value``, or nothing."""
    if len(records) > _EXTENDED_BYTES:
        raise tarfile.ReadError("an extended header is too long")
    path, position = "", 0
    while position < len(records) and records[position]:
        space = records.index(b" ", position, position + _LENGTH_DIGITS)
        length = int(records[position:space])
        record = records[space + 1 : position + length]
        key, _equals, value = record.partition(b"=")
        if position + length > len(records) or not record.endswith(b"\n"):
            raise tarfile.ReadError("an extended header is malformed")
        if key == b"size" or key.startswith(b"GNU.sparse"):
            raise tarfile.ReadError("sparse files are not read")
        if key == b"path":
            path = _text(value[:-1])
        position += length
    return path


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _read(content: memoryview, path: Path, name: str, most: int) -> bytes:
    if len(content) > most:
        refuse_large(path, name, most)
    return bytes(content)
