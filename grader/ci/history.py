"""What git knows of a pull request: its two commits and the paths that differ between them.

Like all reading of a hostile repository, by names and objects only (``grader.intake.git``). No
diff is asked for: two lists of objects are compared.
"""

import os
import re
from pathlib import Path

from grader.errors import SubmissionError, UsageError
from grader.intake.git import OBJECT, Repository
from grader.intake.quoting import brief
from grader.language import gettext as _

_PARENT = re.compile(rb"parent ([0-9a-f]+)\n")
_COMMIT_BYTES = 1 << 20


def find_repository(start: Path) -> Path | None:
    """Return the folder at or above `start` that holds a repository, if there is one."""
    folder = start.resolve()
    for each in (folder, *folder.parents):
        if (each / ".git").exists():
            return each
    return None


def open_repository(root: Path) -> Repository:
    """Open the repository of a working tree, also of one that is another's submodule.

    Raises
    ------
    UsageError
        When it is none that can be read.
    """
    link = root / ".git"
    if link.is_file():
        said = link.read_text(encoding="utf-8", errors="replace")
        folder = root / said.removeprefix("gitdir:").strip()
        if (folder / "commondir").exists():
            text = _("{folder} is one of several working trees of a repository. Use a clone of it.")
            raise UsageError(text.format(folder=shortly(root)))
        return Repository(folder)
    return Repository(shortly(root))


def shortly(path: Path) -> Path:
    """Return a path as seen from here, so that messages name no folder of this machine."""
    return Path(os.path.relpath(path))


def commit_of(repository: Repository, name: str) -> str:
    """Return the full number of a commit, from it or from the name of a branch or tag.

    Raises
    ------
    UsageError
        When there is none of that name.
    """
    if name and not name.startswith("-"):
        try:
            said = repository.ask("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
        except SubmissionError:
            said = b""
        number = said.decode("ascii", "replace").strip()
        if OBJECT.fullmatch(number):
            return number
    raise UsageError(
        _(
            "There is no commit {name} here. Fetch it first (git fetch), or correct the name."
        ).format(name=brief(name))
    )


def fork_point(repository: Repository, base: str, head: str) -> str:
    """Return the commit the head began at; where the history does not reach it, the base."""
    return _shared(repository, base, head) or base


def changed(repository: Repository, old: str | None, new: str) -> list[str]:
    """Return the paths that differ between two commits; without `old`, all of them."""
    before = _listed(repository, old) if old else {}
    after = _listed(repository, new)
    return sorted(
        path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
    )


def refuse_own(repository: Repository, base: str | None, head: str) -> None:
    """Refuse to take the course from a checkout with a commit of the pull request in it.

    Its suites and settings would be the pull request's own, and a suite runs in the judge. Where
    the history is too short to tell, the checked-out commit and its parents are looked at.

    Raises
    ------
    UsageError
        When the checked-out commit is, contains or merges the head.
    """
    here = commit_of(repository, "HEAD")
    about = repository.ask("cat-file", "commit", here, most=_COMMIT_BYTES).partition(b"\n\n")[0]
    parents = [parent.decode() for parent in _PARENT.findall(about + b"\n")]
    shared = _shared(repository, here, head)
    came_later = base and shared and _shared(repository, shared, base) != shared
    if head in (here, *parents, shared) or came_later:
        raise UsageError(
            _(
                "The course in this folder comes with the commit that is to be graded. Check out "
                "the base of the pull request, or name a course elsewhere with --course."
            )
        )


def _shared(repository: Repository, one: str, other: str) -> str | None:
    """Return the last commit that both came from, if the history here reaches it."""
    try:
        number = repository.ask("merge-base", one, other).decode("ascii", "replace").strip()
    except SubmissionError:
        return None
    return number if OBJECT.fullmatch(number) else None


def _listed(repository: Repository, commit: str) -> dict[str, bytes]:
    """Return what each path of a commit is: mode, kind and number."""
    output = repository.ask("ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit)
    lines = (line.partition(b"\t") for line in output.split(b"\0")[:-1])
    return {path.decode("utf-8", "surrogateescape"): about for about, _tab, path in lines}
