"""What people read of an imported exercise: its README, and its settings."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Self

import msgspec

from grader.importing.assignment import Question
from grader.importing.module import Module
from grader.report.clean import one_line, visible

_HEADING = re.compile(r"^#{1,6}[ \t](.+)$", re.MULTILINE)
_POINTS = re.compile(r"\s*[(\[]\s*\d+(\.\d+)?\s*(points?|pts?|marks?)\s*[)\]]", re.IGNORECASE)
_LONGEST = 80
_LOOKED_AT = 500


class Task(msgspec.Struct, frozen=True):
    """A task: its number, its title, and its text without that title."""

    number: int
    title: str
    prose: tuple[str, ...]

    @classmethod
    def of(cls, number: int, question: Question, functions: Sequence[str]) -> Self:
        """Make a task of a question."""
        title, prose = titled(question.prose, ", ".join(functions))
        return cls(number, title, prose)


def titled(prose: Sequence[str], otherwise: str) -> tuple[str, tuple[str, ...]]:
    """Take the first heading of a text for its title."""
    texts = [visible(text).strip() for text in prose]
    for place, text in enumerate(texts):
        if match := _HEADING.search(text):
            title = _plain(match[1])
            if title:
                rest = text[: match.start()].strip(" \n-") + text[match.end() :]
                return title, tuple(
                    filter(None, [*texts[:place], rest.strip(), *texts[place + 1 :]])
                )
    return _plain(otherwise) or "Exercise", tuple(filter(None, texts))


def readme(title: str, prose: Sequence[str], tasks: Sequence[Task]) -> str:
    """Return the README: the notebook's text, one heading for each task."""
    parts = [f"# {title}", *map(_lower, prose)]
    for task in tasks:
        parts += [f"## Task {task.number}: {task.title}", *map(_lower, task.prose)]
    return "\n\n".join(parts) + "\n"


def settings(
    title: str, name: str, tasks: Sequence[Task], module: Module, points: Mapping[int, float]
) -> str:
    """Return exercise.toml."""
    total = sum(points[task.number] for task in tasks)
    lines = [
        f"title = {{ en = {_quoted(title)} }}",
        f"slug = {_quoted(name)}",
        f"module = {_quoted(name)}",
        f"points = {total:g}",
    ]
    for task in tasks:
        lines += [
            "",
            "[[tasks]]",
            f"number = {task.number}",
            f"title = {{ en = {_quoted(task.title)} }}",
            f"points = {points[task.number]:g}",
            f"functions = {_quoted(module.functions[task.number])}",
            *([f"after = {sorted(after)}"] if (after := module.after[task.number]) else []),
            f'hint = {{ en = "Read task {task.number} in README.md once more." }}',
        ]
    return "\n".join(lines) + "\n"


def _lower(text: str) -> str:
    """Put the headings of a text below those of the README."""
    return _HEADING.sub(r"### \1", text)


def _plain(text: str) -> str:
    """Return a heading as a title that may stand in a docstring too."""
    words = re.sub(r'[`*"\\$]', "", _POINTS.sub("", one_line(text[:_LOOKED_AT])))
    return words.strip(" .:#")[:_LONGEST]


def _quoted(value: object) -> str:
    """Write a value as TOML does; JSON's strings are TOML's, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
