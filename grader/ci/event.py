"""Which commits a run is about, and whose they are, as the CI service tells it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from grader.errors import UsageError
from grader.intake.git import OBJECT
from grader.intake.quoting import brief
from grader.language import gettext as _

MAIN = "origin/HEAD"
_EVENT_BYTES = 32 << 20


class PullRequest(NamedTuple):
    """Two commits, by number or by name, and who proposes the change.

    ``base`` is empty where nothing came before: then the head is graded as a whole.
    """

    base: str
    head: str
    student: str = ""


class _User(msgspec.Struct, frozen=True):
    login: str


class _Side(msgspec.Struct, frozen=True):
    sha: str


class _Pull(msgspec.Struct, frozen=True):
    base: _Side
    head: _Side
    user: _User | None = None


class _Event(msgspec.Struct, frozen=True):
    pull_request: _Pull | None = None
    before: str | None = None
    after: str | None = None
    sender: _User | None = None


def provider_here(environment: Mapping[str, str]) -> str:
    """Return which service runs this."""
    if environment.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "gitlab" if environment.get("GITLAB_CI") == "true" else "none"


def read_event(
    provider: str, environment: Mapping[str, str], base: str | None = None, head: str | None = None
) -> PullRequest:
    """Return what a run is about: what is named here, and for the rest what the service says.

    Raises
    ------
    UsageError
        When the service does not say so, or says what is no commit.
    """
    if base is not None and head is not None:
        return PullRequest(base, head)
    if provider == "github":
        said = _from_github(Path(environment.get("GITHUB_EVENT_PATH", "")))
    elif provider == "gitlab":
        said = _from_gitlab(environment)
    else:
        said = PullRequest(MAIN, "HEAD")
    return said._replace(base=said.base if base is None else base, head=head or said.head)


def _from_github(path: Path) -> PullRequest:
    try:
        with path.open("rb") as file:
            event = msgspec.json.decode(file.read(_EVENT_BYTES), type=_Event)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(
            _("The event of this run cannot be read ({reason}). Give --base and --head.").format(
                reason=brief(error)
            )
        ) from None
    if (pull := event.pull_request) is not None:
        login = pull.user.login if pull.user else ""
        return PullRequest(_number(pull.base.sha), _number(pull.head.sha), login)
    if event.before is not None and event.after is not None:  # a push
        before = "" if set(event.before) == {"0"} else _number(event.before)
        return PullRequest(before, _number(event.after), event.sender.login if event.sender else "")
    raise UsageError(_("This run is about no pull request and no push. Give --base and --head."))


def _from_gitlab(environment: Mapping[str, str]) -> PullRequest:
    base = environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", "")
    # In a pipeline for merged results the commit that runs is the merge, not the head.
    head = environment.get("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") or environment.get("CI_COMMIT_SHA")
    if not base or not head:
        raise UsageError(_("This run is about no merge request. Give --base and --head."))
    return PullRequest(_number(base), _number(head), environment.get("GITLAB_USER_LOGIN", ""))


def _number(text: str) -> str:
    if OBJECT.fullmatch(text):
        return text
    raise UsageError(_("{name} is no commit. Give its full number.").format(name=brief(text)))
