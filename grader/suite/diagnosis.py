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
from itertools import repeat

import msgspec

from grader.course import Exercise
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
    """What one check called, and whether it failed."""

    functions: frozenset[str]
    exchanges: Sequence[Exchange]
    passed: bool = False


class _Seen(Enum):
    """One answer of the student's beside the solution's."""

    RIGHT = auto()
    WRONG = auto()
    FREE = auto()  # not the solution's, and as good
    VALUE_IS_FREE = auto()  # the solution returns nothing: what became of the arguments matters


_FREE = {_Seen.FREE, _Seen.VALUE_IS_FREE}


class Diagnosis:
    """Compares recorded calls with the mistakes of one exercise."""

    def __init__(self, exercise: Exercise, mistakes: Sequence[KnownMistake]) -> None:
        self._exercise = exercise
        self._mistakes = mistakes
        self._solution = read_solution(exercise, exercise.files[0])
        self._mentions = mentions(ast.parse(self._solution))
        # What is asked about lives as long as the verdict on it: no other gets its id.
        self._seen: dict[int, tuple[Evidence, list[_Seen]]] = {}
        self._explaining: dict[tuple[bytes, int, bool], tuple[Evidence, bool]] = {}
        self._refuted: dict[tuple[bytes, int], tuple[Evidence, bool]] = {}
        import_quietly(exercise.preload)

    def name(self, failing: Evidence, others: Sequence[Evidence]) -> list[Mistake]:
        """Return the mistakes that explain `failing`: none, one, or a few that agree."""
        if not _tells(failing) or self._is_right(failing):
            return []
        related = [
            other for other in others if other.functions & failing.functions and _tells(other)
        ]
        freely = False
        candidates = self._candidates(failing, related, freely=freely)
        if not candidates and _FREE & set(self._beside_solution(failing)):
            freely = True
            candidates = self._candidates(failing, related, freely=freely)
        for other in related:
            if len(candidates) <= 1:
                break
            narrowed = [k for k in candidates if self._explains(k, other, freely=freely)]
            candidates = narrowed or candidates
        return [
            known.described()
            for known in candidates
            if not self._is_coincidence(known, failing, related)
        ][:MAX_NAMED]

    def _candidates(
        self, failing: Evidence, related: Sequence[Evidence], *, freely: bool
    ) -> list[KnownMistake]:
        return [
            known
            for known in self._mistakes
            if self._explains(known, failing, freely=freely)
            and not any(self._is_refuted(known, other) for other in related)
        ]

    def _is_right(self, evidence: Evidence) -> bool:
        """Whether every answer is the solution's: then what is wrong is no answer."""
        answers = map(answer_of, evidence.exchanges)
        return all(map(right, answers, self._replay(self._solution, evidence)))

    def _may_differ(self, known: KnownMistake, evidence: Evidence) -> bool:
        """Whether what was called can reach what the mistake changes."""
        return known.changed is None or reaches(evidence.functions, known.changed, self._mentions)

    def _explains(self, known: KnownMistake, evidence: Evidence, *, freely: bool) -> bool:
        """Whether a mistake answers as the student did, and not as the solution does."""
        key = known.source, id(evidence.exchanges), freely
        if key not in self._explaining:
            explains = (
                not evidence.passed
                and self._may_differ(known, evidence)
                and self._agrees(known, evidence, freely=freely)
                and next(self._explained(known, evidence), None) is not None
            )
            self._explaining[key] = evidence, explains
        return self._explaining[key][1]

    def _agrees(self, known: KnownMistake, evidence: Evidence, *, freely: bool) -> bool:
        return all(
            freely and _is_free(self._beside_solution(evidence)[index], mine, its)
            for index, mine, its in self._differences(known, evidence)
        )

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
        """Whether the student gave a right answer that this mistake would not have given."""
        key = known.source, id(evidence.exchanges)
        if key not in self._refuted:
            is_refuted = self._may_differ(known, evidence) and any(
                self._beside_solution(evidence)[index] is _Seen.RIGHT
                for index, _mine, _its in self._differences(known, evidence)
            )
            self._refuted[key] = evidence, is_refuted
        return self._refuted[key][1]

    def _beside_solution(self, evidence: Evidence) -> list[_Seen]:
        key = id(evidence.exchanges)
        if key not in self._seen:
            wanted = self._replay(self._solution, evidence)
            # A check that passed takes every answer; elsewhere one that changes is a random draw.
            again = repeat(None) if evidence.passed else self._replay(self._solution, evidence)
            seen = [
                _see(exchange, solution, matters=alike(solution, once_more))
                for exchange, solution, once_more in zip(
                    evidence.exchanges, wanted, again, strict=False
                )
            ]
            self._seen[key] = evidence, seen
        return self._seen[key][1]

    def _replay(self, source: bytes, evidence: Evidence) -> Iterator[Answer]:
        return replay(self._exercise, source, evidence.exchanges)

    def _is_coincidence(
        self, known: KnownMistake, failing: Evidence, related: Sequence[Evidence]
    ) -> bool:
        """Whether the match is on little, and the same function went wrong elsewhere unexplained.

        An exception, a NaN or a 0 is soon given by accident. A number with digits is not: then
        what else is wrong may well be a second mistake.
        """
        matched = list(self._explained(known, failing))
        if any(is_telling(answer_of(failing.exchanges[index])) for index in matched):
            return False
        names = called(failing.exchanges)
        suspects = {names[index] for index in matched}
        return any(
            self._first_wrong(other) in suspects and not self._is_explained(other)
            for other in related
            if not other.passed
        )

    def _first_wrong(self, evidence: Evidence) -> str | None:
        """Return the name of the first call whose answer is wrong."""
        seen = self._beside_solution(evidence)
        names = called(evidence.exchanges)
        return names[seen.index(_Seen.WRONG)] if _Seen.WRONG in seen else None

    def _is_explained(self, evidence: Evidence) -> bool:
        return any(self._explains(known, evidence, freely=True) for known in self._mistakes)


def _tells(evidence: Evidence) -> bool:
    """Whether no call ran into a limit, where a replay might too, or into a task not done yet."""
    return not any(
        isinstance(answer, StudentError)
        and (answer.kind in _NOT_TELLING or answer.type_name == "NotImplementedError")
        for answer in map(answer_of, evidence.exchanges)
    )


def _see(exchange: Exchange, solution: Answer, *, matters: bool) -> _Seen:
    answer = answer_of(exchange)
    if right(answer, solution):
        return _Seen.RIGHT
    if not matters:
        return _Seen.FREE
    if exchange.request[0] != "call" or isinstance(answer, StudentError):
        return _Seen.WRONG
    returns_nothing = not isinstance(solution, StudentError) and solution[1] is None
    return _Seen.VALUE_IS_FREE if returns_nothing else _Seen.WRONG


def _is_free(seen: _Seen, mine: Answer, its: Answer) -> bool:
    """Whether an answer other than the student's says nothing against a mistake."""
    if seen is not _Seen.VALUE_IS_FREE:
        return seen is _Seen.FREE
    assert not isinstance(mine, StudentError)
    return not isinstance(its, StudentError) and its[1] is None and alike(mine[2:], its[2:])
