"""GitHub's workflow commands and files, so written that only we can give commands.

The runner reads commands from every line a step prints: ``::name …::`` at its start, or the older
``##[name]`` anywhere in it. So no line of ours holds either but our own commands, and while
anything else could print, commands are stopped by a token nobody can guess.
"""

import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO
from uuid import uuid4

from grader.errors import GraderError, UsageError
from grader.language import gettext as _
from grader.report.clean import one_line, visible

MESSAGE_LENGTH = 4_000
TITLE_LENGTH = 200
_OLD_COMMAND = re.compile(r"##(?=\[)")


def command(name: str, message: str, **properties: str) -> str:
    """Return one command, with its newline; what it says is data and nothing else."""
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    text = visible(message)
    if len(text) > MESSAGE_LENGTH:
        text = text[: MESSAGE_LENGTH - 1] + "…"
    return f"::{name} {given}".rstrip() + f"::{_data(text)}\n"


def plain(text: str) -> str:
    """Return a text as one line that is no command, old or new."""
    line = _without_old(one_line(text))
    return f"\\{line}" if line.startswith("::") else line


@contextmanager
def stopped(stream: TextIO) -> Iterator[None]:
    """Let the runner take no command from what is printed meanwhile.

    When the block fails they stay stopped to the end of the step, but for a word on the failure.
    """
    token = _stop(stream)
    try:
        yield
    except GraderError as error:
        print(f"::{token}::", file=stream)
        stream.write(command("error", str(error), title=_("Nothing was graded")))
        _stop(stream)
        raise
    print(f"::{token}::", file=stream, flush=True)


def write_outputs(path: Path, values: Mapping[str, str]) -> None:
    """Append outputs to $GITHUB_OUTPUT, each between delimiters drawn for it.

    Raises
    ------
    UsageError
        When the file cannot be written.
    """
    lines = []
    for name, value in values.items():
        delimiter = f"deepgrade_{uuid4().hex}"
        assert delimiter not in value
        lines.append(f"{name}<<{delimiter}\n{value}\n{delimiter}\n")
    _append(path, "".join(lines))


def write_summary(path: Path, summary: str) -> None:
    """Append to $GITHUB_STEP_SUMMARY.

    Raises
    ------
    UsageError
        When the file cannot be written.
    """
    _append(path, summary)


def _stop(stream: TextIO) -> str:
    token = secrets.token_hex(32)
    print(f"::stop-commands::{token}", file=stream, flush=True)
    return token


def _append(path: Path, text: str) -> None:
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(
            _("{path} cannot be written: {reason}.").format(path=path, reason=error.strerror)
        ) from None


def _property(value: str) -> str:
    text = one_line(value)
    if len(text) > TITLE_LENGTH:
        text = text[: TITLE_LENGTH - 1] + "…"
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    kept = _without_old(text).replace("%", "%25")
    return kept.replace("\r", "%0D").replace("\n", "%0A")


def _without_old(text: str) -> str:
    return _OLD_COMMAND.sub("# #", text)
