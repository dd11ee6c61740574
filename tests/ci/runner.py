"""GitHub's side: which commands its runner takes from what a step prints, and what it reads back.

Written from the runner's rules, apart from the code that writes the commands: ``::name k=v::data``
at the start of a line, ``##[name k=v]data`` anywhere in it, names in any case, until
``::stop-commands::token`` and from ``::token::`` on.
"""

import re
from typing import NamedTuple

NEW = re.compile(r"::([^\s:]+)(?:\s+([^\n]*?))?::(.*)", re.DOTALL)
OLD = re.compile(r"##\[([^\s\]]+)(?:\s+([^\]]*))?\](.*)", re.DOTALL)


class Command(NamedTuple):
    """A command that the runner would obey."""

    name: str
    properties: dict[str, str]
    data: str


def obeyed(log: str) -> list[Command]:
    """Return the commands the runner obeys, in order; those that stop and resume are none."""
    found: list[Command] = []
    token: str | None = None
    for line in re.split(r"\r\n|\n|\r", log):
        command = _parsed(line)
        if command is None:
            continue
        if token is not None:
            token = None if command.name == token else token
        elif command.name == "stop-commands":
            token = command.data
        else:
            found.append(command)
    return found


def _parsed(line: str) -> Command | None:
    if match := NEW.match(line.lstrip()):
        return Command(match[1].lower(), _properties(match[2], ","), _data(match[3]))
    if match := OLD.search(line):
        return Command(match[1].lower(), _properties(match[2], ";"), match[3])
    return None


def _properties(text: str | None, separator: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in (text or "").split(separator) if pair)
    return {
        key.strip().lower(): _data(value.replace("%3A", ":").replace("%2C", ","))
        for key, _equals, value in pairs
    }


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def outputs(text: str) -> dict[str, str]:
    """Return what the runner reads from $GITHUB_OUTPUT."""
    values: dict[str, str] = {}
    lines = iter(text.splitlines())
    for line in lines:
        name, heredoc, delimiter = line.partition("<<")
        assert heredoc
        value = []
        for each in lines:
            if each == delimiter:
                break
            value.append(each)
        else:
            raise AssertionError(delimiter)
        values[name] = "\n".join(value)
    return values
