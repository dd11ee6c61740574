"""What is asked of one run: which repository, which course, which two commits."""

from pathlib import Path
from typing import NamedTuple

from grader.ci.event import PullRequest
from grader.ci.history import (
    changed,
    commit_of,
    find_repository,
    fork_point,
    open_repository,
    refuse_own,
)
from grader.ci.touched import Changes, find_changes
from grader.course import Course
from grader.errors import UsageError
from grader.intake.git import Repository
from grader.language import gettext as _


class Request(NamedTuple):
    """A pull request that is found in a repository.

    Attributes
    ----------
    repository, course
        Where the commits are, and where everything else comes from.
    base, head
        Full numbers: where the head began (None: nowhere), and the head.
    prefix
        Where in the repository the folder ``exercises`` is.
    """

    repository: Repository
    course: Course
    base: str | None
    head: str
    prefix: str = ""

    def changes(self) -> Changes:
        """Return what the pull request changes."""
        return find_changes(self.repository, self.course, self.base, self.head, self.prefix)

    def paths(self) -> list[str]:
        """Return every path it changes."""
        return changed(self.repository, self.base, self.head)


def open_request(start: Path, course: Course, pull: PullRequest, *, is_elsewhere: bool) -> Request:
    """Find the commits of a pull request in the repository at or above `start`.

    `is_elsewhere` says that the course was named, and the repository is one of submissions only.

    Raises
    ------
    UsageError
        When there is no such repository or commit, or the course comes with the head itself.
    """
    root = find_repository(start)
    if root is None:
        raise UsageError(
            _("There is no git repository in {folder} or above it.").format(folder=start)
        )
    repository = open_repository(root)
    head = commit_of(repository, pull.head)
    base = fork_point(repository, commit_of(repository, pull.base), head) if pull.base else None
    if (holder := find_repository(course.root)) is not None:
        refuse_own(open_repository(holder), base, head)
    inside = "" if is_elsewhere else course.root.relative_to(root).as_posix()
    prefix = "" if inside in ("", ".") else f"{inside}/"
    return Request(repository, course, base, head, prefix)
