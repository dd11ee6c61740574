"""Diagnosis by replay: which known mistake answers exactly as the student's code did.

The calls a failing check made are made again on every mistake of the exercise (trusted code, in
this process). A mistake is named when it answers as the student did, and not as the solution does.
Where several answer alike on those calls, the calls of other checks of the same functions decide;
where they still agree, all are named.
"""

import ast
import contextlib
import importlib
import io
import os
import sys
import warnings
from collections.abc import Generator, Iterator, Sequence
from typing import Any

import msgspec
import numpy as np

from grader.course import Exercise
from grader.records import Mistake
from grader.suite.mistakes import KnownMistake, read_solution
from grader.suite.reach import mentions, reaches
from grader.worker import wire
from grader.worker.connection import StudentError
from grader.worker.local import LocalSession
from grader.worker.messages import Files
from grader.worker.proxy import Exchange
from grader.worker.sandbox import ENVIRONMENT

RTOL, ATOL = 1e-6, 1e-9
RTOL_SINGLE, ATOL_SINGLE = 1e-4, 1e-6  # a float32 has seven digits, and sums in it lose some
MAX_NAMED = 3
_NOT_TELLING = frozenset({"seconds", "cpu", "callbacks", "memory", "output", "malformed"})

Answer = list[Any] | StudentError


class Evidence(msgspec.Struct, frozen=True):
    """What one check called, and whether it failed."""

    functions: frozenset[str]
    exchanges: Sequence[Exchange]
    passed: bool = False


class Diagnosis:
    """Compares recorded calls with the mistakes of one exercise."""

    def __init__(self, exercise: Exercise, mistakes: Sequence[KnownMistake]) -> None:
        self._exercise = exercise
        self._mistakes = mistakes
        self._solution = read_solution(exercise, exercise.files[0])
        self._mentions = mentions(ast.parse(self._solution))
        self._verdicts: dict[tuple[bytes, int], tuple[Evidence, bool]] = {}
        import_quietly(exercise.preload)

    def name(self, failing: Evidence, others: Sequence[Evidence]) -> list[Mistake]:
        """Return the mistakes that explain `failing`: none, one, or a few that agree."""
        if self._agrees(self._solution, failing):
            return []
        candidates = [
            known
            for known in self._mistakes
            if self._may_differ(known, failing) and self._agrees(known.source, failing)
        ]
        related = [other for other in others if other.functions & failing.functions]
        candidates = [known for known in candidates if not self._disproved(known, related)]
        for evidence in related:
            if len(candidates) <= 1:
                break
            narrowed = [known for known in candidates if self._agrees(known.source, evidence)]
            candidates = narrowed or candidates
        return [known.described() for known in candidates[:MAX_NAMED]]

    def _disproved(self, known: KnownMistake, related: Sequence[Evidence]) -> bool:
        """Whether a check that passed has seen an answer this mistake would not have given."""
        return any(
            seen.passed and self._may_differ(known, seen) and not self._agrees(known.source, seen)
            for seen in related
        )

    def _may_differ(self, known: KnownMistake, evidence: Evidence) -> bool:
        """Whether what was called can reach what the mistake changes."""
        return known.changed is None or reaches(evidence.functions, known.changed, self._mentions)

    def _agrees(self, source: bytes, evidence: Evidence) -> bool:
        """Whether trusted code answers as the student's did; each replay is made once."""
        key = source, id(evidence.exchanges)  # what is asked about lives as long as its verdict
        if key not in self._verdicts:
            self._verdicts[key] = evidence, self._replay_agrees(source, evidence)
        return self._verdicts[key][1]

    def _replay_agrees(self, source: bytes, evidence: Evidence) -> bool:
        student = [_answer(exchange) for exchange in evidence.exchanges]
        if any(isinstance(a, StudentError) and a.kind in _NOT_TELLING for a in student):
            return False
        replayed = replay(self._exercise, source, evidence.exchanges)
        with contextlib.closing(replayed):
            return all(map(_alike, student, replayed))


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


def replay(
    exercise: Exercise, source: bytes, exchanges: Sequence[Exchange]
) -> Generator[Answer, None, None]:
    """Make the same requests of a trusted module, one by one, and yield its answers."""
    sources = {exercise.files[0]: source}
    session = LocalSession(Files(exercise.module, sources, f"/{exercise.name}"))
    for exchange in exchanges:
        with _silence():
            answer = _ask_again(session, exchange)
        yield answer


def _ask_again(session: LocalSession, exchange: Exchange) -> Answer:
    try:
        return session.ask(exchange.request, exchange.references.call)
    except StudentError as error:
        return error


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


def _answer(exchange: Exchange) -> Answer:
    if exchange.error is not None:
        return exchange.error
    assert exchange.reply is not None
    return exchange.reply


def _alike(first: Any, second: Any) -> bool:
    """Return whether two answers are the same up to rounding."""
    if isinstance(first, StudentError) or isinstance(second, StudentError):
        return (
            isinstance(first, StudentError)
            and isinstance(second, StudentError)
            and (first.kind, first.type_name) == (second.kind, second.type_name)
        )
    if isinstance(first, list | tuple):
        return (
            isinstance(second, list | tuple)
            and len(first) == len(second)
            and all(map(_alike, first, second))
        )
    if isinstance(first, dict):
        return (
            isinstance(second, dict)
            and first.keys() == second.keys()
            and all(_alike(first[key], second[key]) for key in first)
        )
    if isinstance(first, np.ndarray | np.generic | int | float | complex):
        return _alike_numbers(first, second)
    if isinstance(first, wire.Handle):
        return isinstance(second, wire.Handle) and first.kind == second.kind
    if isinstance(first, wire.Same | wire.Token):
        return type(first) is type(second)
    return type(first) is type(second) and bool(first == second)


def _alike_numbers(first: Any, second: Any) -> bool:
    if not isinstance(second, np.ndarray | np.generic | int | float | complex):
        return False
    one, two = np.asarray(first), np.asarray(second)
    if one.shape != two.shape or _kind(one) != _kind(two):
        return False
    if one.dtype.kind not in "fc":
        return bool(np.array_equal(one, two))
    single = np.float32 in (one.dtype, two.dtype)
    rtol, atol = (RTOL_SINGLE, ATOL_SINGLE) if single else (RTOL, ATOL)
    return bool(np.allclose(one, two, rtol=rtol, atol=atol, equal_nan=True))


def _kind(array: np.ndarray) -> str:
    """Return the dtype's kind; booleans count as integers, as they do where a count is asked."""
    return "i" if array.dtype.kind in "biu" else array.dtype.kind
