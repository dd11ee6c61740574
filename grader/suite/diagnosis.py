"""Diagnosis by replay: which known mistake answers exactly as the student's code did.

The calls a failing check made are made again on every mistake of the exercise (trusted code, in
this process). A mistake is named when it answers as the student did, and not as the solution does.
Where several answer alike on those calls, the calls of other checks of the same functions decide;
where they still agree, all are named.

A mistake is ruled out by any right answer of the student's that it would not have given. Where
none answers exactly alike, answers that are free (a random draw, what a method returns that need
not return anything) are left out of the comparison.
"""

import ast
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import islice
from typing import NamedTuple

import msgspec

from grader.exercise import Exercise
from grader.records import Mistake
from grader.suite.alike import alike, is_telling, right
from grader.suite.mistakes import KnownMistake, read_solution
from grader.suite.reach import mentions, reaches
from grader.suite.replay import Answer, answer_of, called, import_quietly, replay
from grader.worker.connection import StudentError
from grader.worker.proxy import Exchange

MAX_NAMED = 3
_NOT_TELLING = frozenset({"seconds", "cpu", "callbacks", "memory", "output", "malformed"})


class Evidence(msgspec.Struct, frozen=True):
    """What one check called (``functions``), each request and reply, and whether it passed."""

    functions: frozenset[str]
    exchanges: Sequence[Exchange]
    passed: bool = False


class _Worth(Enum):
    """What one answer of the student's is worth beside the solution's."""

    RIGHT = auto()
    WRONG = auto()
    FREE = auto()  # a random draw
    VALUE_IS_FREE = auto()  # the solution returns nothing: what became of the arguments matters


class _Beside(NamedTuple):
    """An answer's worth, and the solution's answer where it is another."""

    worth: _Worth
    solution: Answer | None = None


class Diagnosis:
    """Compares recorded calls with the mistakes of one exercise."""

    def __init__(self, exercise: Exercise, mistakes: Sequence[KnownMistake]) -> None:
        self._exercise = exercise
        self._mistakes = mistakes
        self._solution = read_solution(exercise, exercise.files[0])
        self._mentions = mentions(ast.parse(self._solution))
        # By the id of what was recorded, which is kept beside it so that no other gets that id.
        self._beside: dict[int, tuple[Evidence, list[_Beside]]] = {}
        self._matching: dict[int, tuple[Evidence, list[KnownMistake]]] = {}
        self._refuted: dict[tuple[bytes, int], tuple[Evidence, bool]] = {}
        import_quietly(exercise.preload)

    def name(self, failing: Evidence, others: Sequence[Evidence]) -> list[Mistake]:
        """Return the mistakes that explain `failing`: none, one, or a few that agree."""
        candidates = self._matches(failing)
        if not candidates:
            return []
        related = [
            other for other in others if other.functions & failing.functions and _tells(other)
        ]
        candidates = [
            known
            for known in candidates
            if not any(self._is_refuted(known, other) for other in related)
        ]
        failed = [other for other in related if not other.passed]
        for other in failed:
            if len(candidates) <= 1:
                break
            candidates = [k for k in candidates if k in self._matches(other)] or candidates
        return [
            known.described()
            for known in candidates
            if not self._is_coincidence(known, failing, failed)
        ][:MAX_NAMED]

    def _matches(self, failing: Evidence) -> list[KnownMistake]:
        """Return the mistakes that answer as the student did, and not as the solution does."""
        key = id(failing.exchanges)
        if key not in self._matching:
            found: list[KnownMistake] = []
            if _tells(failing) and not self._is_right(failing):
                reached = [known for known in self._mistakes if self._may_differ(known, failing)]
                found = [known for known in reached if self._explains(known, failing)]
                if not found and self._has_free_answers(failing):
                    found = [k for k in reached if self._explains(k, failing, freely=True)]
            self._matching[key] = failing, found
        return self._matching[key][1]

    def _is_right(self, evidence: Evidence) -> bool:
        """Whether every answer is the solution's: then what is wrong is no answer."""
        answers = map(answer_of, evidence.exchanges)
        return all(map(right, answers, self._replay(self._solution, evidence)))

    def _has_free_answers(self, evidence: Evidence) -> bool:
        worths = {worth for worth, _solution in self._beside_solution(evidence)}
        return not worths <= {_Worth.RIGHT, _Worth.WRONG}

    def _may_differ(self, known: KnownMistake, evidence: Evidence) -> bool:
        """Whether what was called can reach what the mistake changes."""
        return known.changed is None or reaches(evidence.functions, known.changed, self._mentions)

    def _explains(self, known: KnownMistake, failing: Evidence, *, freely: bool = False) -> bool:
        """Whether a mistake gives the student's answers; `freely`, those that are not free."""
        return all(
            freely and _is_free(self._beside_solution(failing)[index].worth, mine, its)
            for index, mine, its in self._differences(known, failing)
        ) and any(True for _index in self._explained(known, failing))

    def _differences(
        self, known: KnownMistake, evidence: Evidence
    ) -> Iterator[tuple[int, Answer, Answer]]:
        """Yield where a mistake answers otherwise than the student, one replayed call at a time."""
        answers = map(answer_of, evidence.exchanges)
        replayed = self._replay(known.source, evidence)
        for index, (mine, its) in enumerate(zip(answers, replayed, strict=True)):
            if not alike(mine, its):
                yield index, mine, its

    def _explained(self, known: KnownMistake, evidence: Evidence) -> Iterator[int]:
        """Yield where the mistake gives the student's answer, and the solution another."""
        answers = map(answer_of, evidence.exchanges)
        replayed = self._replay(known.source, evidence)
        wanted = self._replay(self._solution, evidence)
        for index, (mine, its, solution) in enumerate(zip(answers, replayed, wanted, strict=True)):
            if alike(mine, its) and not right(mine, solution) and not right(its, solution):
                yield index

    def _is_refuted(self, known: KnownMistake, evidence: Evidence) -> bool:
        """Whether the student gave an answer that tells this mistake is not the student's."""
        key = known.source, id(evidence.exchanges)
        if key not in self._refuted:
            is_refuted = self._may_differ(known, evidence) and any(
                self._refutes(evidence, index, its)
                for index, _mine, its in self._differences(known, evidence)
            )
            self._refuted[key] = evidence, is_refuted
        return self._refuted[key][1]

    def _refutes(self, evidence: Evidence, index: int, its: Answer) -> bool:
        """Whether an answer is right, or one that passed is wrong in another way."""
        worth, solution = self._beside_solution(evidence)[index]
        unseen = evidence.passed and worth is _Worth.WRONG  # or not the only right one
        return worth is _Worth.RIGHT or (unseen and not alike(its, solution))

    def _beside_solution(self, evidence: Evidence) -> list[_Beside]:
        key = id(evidence.exchanges)
        if key not in self._beside:
            replays = (self._replay(self._solution, evidence) for _twice in range(2))
            self._beside[key] = evidence, list(map(_compared, evidence.exchanges, *replays))
        return self._beside[key][1]

    def _replay(self, source: bytes, evidence: Evidence) -> Iterator[Answer]:
        return replay(self._exercise, source, evidence.exchanges)

    def _is_coincidence(
        self, known: KnownMistake, failing: Evidence, failed: Sequence[Evidence]
    ) -> bool:
        """Whether what the same function did wrong elsewhere speaks against a mistake.

        An exception, a NaN or a 0 is soon given by accident; then all of it must be explained, by
        this mistake or by another. Where numbers agree to their digits, most of it.
        """
        explained = list(self._explained(known, failing))
        names = called(failing.exchanges)
        suspects = {names[index] for index in explained}
        own = unknown = 0
        for other in failed:
            index = self._first_wrong(other)
            if index is None or called(other.exchanges)[index] not in suspects:
                continue
            if self._gives(known, other, index):
                own += 1
            elif not self._matches(other):
                unknown += 1
        is_exact = any(is_telling(answer_of(failing.exchanges[index])) for index in explained)
        return unknown > (own if is_exact else 0)

    def _first_wrong(self, evidence: Evidence) -> int | None:
        worths = [worth for worth, _solution in self._beside_solution(evidence)]
        return worths.index(_Worth.WRONG) if _Worth.WRONG in worths else None

    def _gives(self, known: KnownMistake, evidence: Evidence, index: int) -> bool:
        """Whether a mistake gives this answer; what is wrong later may be another's doing."""
        its = next(islice(self._replay(known.source, evidence), index, None))
        return alike(answer_of(evidence.exchanges[index]), its)


def _tells(evidence: Evidence) -> bool:
    """Whether no call ran into a limit, where a replay might too, or into a task not done yet."""
    return not any(
        isinstance(answer, StudentError)
        and (answer.kind in _NOT_TELLING or answer.type_name == "NotImplementedError")
        for answer in map(answer_of, evidence.exchanges)
    )


def _compared(exchange: Exchange, solution: Answer, once_more: Answer) -> _Beside:
    answer = answer_of(exchange)
    if right(answer, solution):
        return _Beside(_Worth.RIGHT)
    if not alike(solution, once_more):
        return _Beside(_Worth.FREE, solution)
    if isinstance(answer, StudentError) or isinstance(solution, StudentError):
        return _Beside(_Worth.WRONG, solution)
    returns_nothing = exchange.request[0] == "call" and solution[1] is None
    return _Beside(_Worth.VALUE_IS_FREE if returns_nothing else _Worth.WRONG, solution)


def _is_free(worth: _Worth, mine: Answer, its: Answer) -> bool:
    """Whether an answer other than the student's says nothing against a mistake."""
    if worth is not _Worth.VALUE_IS_FREE:
        return worth is _Worth.FREE
    assert not isinstance(mine, StudentError)
    return not isinstance(its, StudentError) and its[1] is None and alike(mine[2:], its[2:])
