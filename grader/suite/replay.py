"""Replay: make the requests of a check again, of trusted code in this process.

The numbers of objects are those of the run that is replayed: where other code keeps more or fewer
objects (a method that returns ``self``), each recorded number stands for the object that this code
gave in the same place.
"""

import contextlib
import importlib
import io
import os
import sys
import warnings
from collections.abc import Generator, Iterator, Sequence
from typing import Any

import numpy as np

from grader.exercise import Exercise
from grader.worker import wire
from grader.worker.connection import StudentError
from grader.worker.host import MODULE
from grader.worker.local import LocalSession
from grader.worker.messages import Files
from grader.worker.proxy import Exchange
from grader.worker.sandbox import ENVIRONMENT

Answer = list[Any] | StudentError
Numbers = dict[int, int]  # of an object in the recorded run: of the same one here

_OF_AN_OBJECT = frozenset({"call", "get", "set", "getitem", "setitem"})
# That it loaded; how (what it plotted, which cells stopped) is no answer.
_LOADED: list[Any] = ["value", None, [], {}]


def answer_of(exchange: Exchange) -> Answer:
    """Return what came of a recorded request."""
    if exchange.error is not None:
        return exchange.error
    assert exchange.reply is not None
    return _comparable(exchange, exchange.reply)


def called(exchanges: Sequence[Exchange]) -> list[str]:
    """Return what each request is about: the name of a function, method or attribute."""
    methods: dict[int, str] = {}
    names = []
    for exchange in exchanges:
        operation, *rest = exchange.request
        name = operation
        if operation in ("call", "get", "set"):
            name = rest[1] or methods.get(rest[0], operation)
        value = exchange.reply[1] if exchange.reply else None
        if operation == "get" and type(value) is wire.Handle:
            methods[value.number] = name
        names.append(name)
    return names


def replay(
    exercise: Exercise, source: bytes, exchanges: Sequence[Exchange]
) -> Generator[Answer, None, None]:
    """Make the same requests of a trusted module, one by one, and yield its answers."""
    sources = {exercise.files[0]: source}
    session = LocalSession(Files(exercise.module, sources, f"/{exercise.name}"))
    numbers: Numbers = {}
    for exchange in exchanges:
        with _silence():
            answer = _ask_again(session, exchange, numbers)
        _learn(exchange.reply, answer, numbers)
        yield _comparable(exchange, answer)


def _comparable(exchange: Exchange, answer: Answer) -> Answer:
    loaded = exchange.request == ["load"] and not isinstance(answer, StudentError)
    return list(_LOADED) if loaded else answer


def _ask_again(session: LocalSession, exchange: Exchange, numbers: Numbers) -> Answer:
    operation, *rest = exchange.request
    if operation in _OF_AN_OBJECT and rest[0] != MODULE:
        rest[0] = numbers.get(rest[0], rest[0])
    try:
        return session.ask([operation, *_translated(rest, numbers)], exchange.references.call)
    except StudentError as error:
        return error


def _translated(value: Any, numbers: Numbers) -> Any:
    if type(value) is wire.Handle:
        return wire.Handle(numbers.get(value.number, value.number), value.kind)
    return wire.mapped(lambda item: _translated(item, numbers), value)


def _learn(recorded: Any, answered: Any, numbers: Numbers) -> None:
    """Note which object stands where the recorded run gave one."""
    if type(recorded) is not type(answered):
        return
    if type(recorded) is wire.Handle:
        numbers[recorded.number] = answered.number
    elif type(recorded) in (list, tuple):
        for old, new in zip(recorded, answered, strict=False):
            _learn(old, new, numbers)
    elif type(recorded) is dict:
        for key in recorded.keys() & answered.keys():
            _learn(recorded[key], answered[key], numbers)


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Keep a mistake's warnings to itself, and what it prints where it should return."""
    nowhere = io.StringIO()
    with (
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        warnings.simplefilter("ignore")
        yield


def import_quietly(names: Sequence[str]) -> None:
    """Import what an exercise preloads here too, set up as in a worker, if it is installed.

    TensorFlow's native code greets on the terminal, past all that Python can redirect.
    """
    missing = [name for name in names if name not in sys.modules]
    if not missing:
        return
    for key in filter(lambda key: key.startswith("TF_"), ENVIRONMENT):
        os.environ.setdefault(key, ENVIRONMENT[key])
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - no file of ours
            os.dup2(nowhere.fileno(), 2)
        for name in missing:
            with contextlib.suppress(ImportError):  # then no mistake can be named
                importlib.import_module(name)
    finally:
        os.dup2(kept, 2)
        os.close(kept)
