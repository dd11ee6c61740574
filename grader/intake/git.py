"""Reading students' work from a git repository, as data: no checkout, and nothing of it is run.

The commands used are ``for-each-ref``, ``ls-tree`` and ``cat-file``; ``grade ci`` also asks
``rev-parse`` and ``merge-base`` (``grader.ci.history``). What they read of a repository includes
its configuration, which may be hostile, so this is how each setting that could start a program is
kept from it:

- a *promisor remote* makes git fetch a missing object, with a program the repository names
  (``ext::``, ``core.sshCommand``, ``remote.*.vcs``, ``remote.*.uploadpack``). Lazy fetching is off,
  and by GIT_ALLOW_PROTOCOL no transport is allowed; unlike ``-c protocol.allow=never`` that cannot
  be overruled by ``protocol.ext.allow`` in the repository.
- ``core.fsmonitor`` and hooks belong to commands that read the index or change something; both
  are switched off all the same.
- a pager starts on terminals only, and is off; aliases never hide a command of git's own.
- filters, textconv, diff, merge and signature programs, and submodules, need a checkout, a diff
  or an option that is not given.
- what is outside the repository (system and user configuration, environment) is not read.

Alternates may name another object store; a commit there is read only if a student's ref names it.
"""

import os
import re
import shutil
import subprocess
import tempfile
import threading
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple

from grader.errors import GitError, MissingError, SubmissionError, UsageError
from grader.intake.archive import Reader, refuse_large, refuse_special
from grader.intake.quoting import brief, shown
from grader.intake.selection import MIB
from grader.language import gettext as _

SECONDS = 60
_LIST_BYTES = 16 * MIB  # some 150,000 files
_COMPLAINT_BYTES = 16 * 1024
_MEMORY = 1024 * MIB  # an object may be made of a large one

_FIXED = (
    "--no-pager", "--no-replace-objects",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "core.alternateRefsCommand=false",
)  # fmt: skip
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
OBJECT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_FILE_MODES = frozenset({b"100644", b"100755"})


class _Blob(NamedTuple):
    mode: bytes
    name: str
    object: str
    size: int


class Repository:
    """A repository on disk, bare or with a working tree that is not looked at.

    Parameters
    ----------
    path
        The repository.

    Raises
    ------
    UsageError
        When it is none, or there is no git.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        program = shutil.which("git")
        if program is None:
            raise UsageError(
                _("git is not installed. Install it, or name a folder of submissions.")
            )
        self._git = os.path.abspath(program)  # noqa: PTH100 - no link is resolved: it is a name
        self._dir = _git_dir(path)
        self.complaints: list[str] = []

    def refs(self, pattern: str) -> dict[str, str]:
        """Return the students and their commits.

        Parameters
        ----------
        pattern
            A full ref name in which one ``*`` stands for the student.

        Raises
        ------
        UsageError
            When there is no star, or git cannot read the repository.
        """
        if pattern.count("*") != 1 or not pattern.startswith("refs/"):
            raise UsageError(
                _("{pattern} is no pattern. Write it as refs/heads/students/*.").format(
                    pattern=shown(pattern)
                )
            )
        before, after = pattern.split("*")
        form = "--format=%(objectname)%00%(symref)%00%(refname)"
        try:
            output = self.ask("for-each-ref", form, f"{before.rpartition('/')[0]}/")
        except SubmissionError as error:
            raise UsageError(str(error)) from None
        whole = re.compile(re.escape(before) + "([^/]+)" + re.escape(after))
        found: dict[str, str] = {}
        for line in output.decode("utf-8", "surrogateescape").split("\n")[:-1]:
            commit, is_symbolic, name = line.split("\0")
            match = whole.fullmatch(name)
            if match and not is_symbolic:  # such as origin/HEAD, which is nobody's
                found[match[1]] = commit
        return found

    def files(self, commit: str, folder: str = "") -> dict[str, Reader]:
        """Return path and reader of each file of a commit, or of one folder in it.

        A reader raises SubmissionError for a link, a submodule, and for what is too large.

        Raises
        ------
        MissingError
            When there is no such folder.
        SubmissionError
            When the commit cannot be read.
        """
        if not OBJECT.fullmatch(commit):
            raise SubmissionError(
                _("{name} is no commit. Give its full number.").format(name=brief(commit))
            )
        only = [f"{folder}/"] if folder else []
        output = self.ask(
            "ls-tree", "-r", "-z", "-l", "--full-tree", "--end-of-options", commit, *only
        )
        place = self.path / commit[:12] / folder
        blobs = (_blob(line, "".join(only)) for line in output.split(b"\0")[:-1])
        files: dict[str, Reader] = {blob.name: partial(self._read, blob, place) for blob in blobs}
        if folder and not files:
            raise MissingError(
                _("{path} does not exist. Check the name and the folder you are in.").format(
                    path=shown(place)
                )
            )
        return files

    def _read(self, blob: _Blob, place: Path, most: int) -> bytes:
        if blob.mode not in _FILE_MODES:
            refuse_special(place, blob.name)
        if blob.size > most:
            refuse_large(place, blob.name, most)
        about = f"{blob.object} blob {blob.size}\n".encode()
        given = f"{blob.object}\n".encode()
        output = self.ask("cat-file", "--batch", given=given, most=len(about) + blob.size + 1)
        if not output.startswith(about) or len(output) != len(about) + blob.size + 1:
            raise _unreadable(place / blob.name, output[:100].decode("utf-8", "replace").strip())
        return output[len(about) : -1]

    def ask(self, *words: str, given: bytes = b"", most: int = _LIST_BYTES) -> bytes:
        """Return what a command that reads names and objects writes, within the limits."""
        command = (self._git, *_FIXED, f"--git-dir={self._dir}", *words)
        with tempfile.TemporaryFile() as read, tempfile.TemporaryFile() as complaints:
            read.write(given)
            read.seek(0)
            code, output = _bounded(command, read, complaints, most)
            complaints.seek(0)
            said = complaints.read(_COMPLAINT_BYTES).decode("utf-8", "replace").splitlines()
        if code != 0 or len(output) > most:
            reason = said[-1] if said else _("it takes too long, or says too much")
            raise _unreadable(self.path, reason)
        self.complaints += said
        return output


def _unreadable(path: Path, reason: str) -> GitError:
    said = _("git cannot read {path}: {reason}. Try git fsck on it.")
    return GitError(said.format(path=shown(path), reason=brief(reason)))


def _bounded(
    command: tuple[str, ...], read: IO[bytes], complaints: IO[bytes], most: int
) -> tuple[int, bytes]:
    """Run git; return how it ended, and at most one byte more of its output than `most`."""
    with subprocess.Popen(
        command,
        stdin=read,
        stdout=subprocess.PIPE,
        stderr=complaints,
        cwd=Path(command[0]).anchor,
        env=_environment(),
    ) as process:
        timer = threading.Timer(SECONDS, process.kill)
        timer.start()
        try:
            _limit_memory(process.pid)
            assert process.stdout is not None
            output = process.stdout.read(most + 1)
            if len(output) > most:
                process.kill()
            return process.wait(), output
        finally:
            timer.cancel()


def _git_dir(path: Path) -> str:
    for folder in (path / ".git", path):
        if (folder / "HEAD").is_file() and (folder / "objects").is_dir():
            return os.path.abspath(folder)  # noqa: PTH100 - absolute, wherever git starts
    raise UsageError(
        _("{path} is no git repository. Name the folder that holds .git, or a bare one.").format(
            path=shown(path)
        )
    )


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | _ENVIRONMENT


def _limit_memory(process: int) -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system

        resource.prlimit(process, resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    except (ImportError, AttributeError, OSError):
        pass  # the time is limited everywhere


def _blob(line: bytes, folder: str) -> _Blob:
    about, _tab, name = line.partition(b"\t")
    mode, _kind, number, size = about.split()
    text = name.decode("utf-8", "surrogateescape").removeprefix(folder)
    return _Blob(mode, text, number.decode(), int(size) if size.isdigit() else 0)
