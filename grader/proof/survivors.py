"""The author's proof that no small slip in a solution gets full marks: which mutants survive."""

from collections.abc import Callable
from concurrent.futures import Future

import msgspec

from grader.exercise import Exercise
from grader.language import gettext as _
from grader.proof.mutants import mutants
from grader.report.proof import ProofLine
from grader.suite.mistakes import read_solution
from grader.toml import read_toml

SEEDS = (1, 2, 3)  # a mutant that any of them kills is killed
EQUIVALENT = "equivalent.toml"

Passes = Callable[[bytes, int], Future[bool]]  # whether a module gets full marks under a seed


class Equivalent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mutant that no check can tell from the solution, and why."""

    function: str
    was: str
    becomes: str
    reason: str


class _EquivalentFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    mutants: tuple[Equivalent, ...]


def verify_mutants(exercise: Exercise, passes: Passes) -> ProofLine:
    """Run the suite on every mutant of the solution; each survivor must be listed with a reason.

    Raises
    ------
    SuiteError, CourseError
        When the suite, the solution or the list cannot be read at all.
    """
    made = list(mutants(read_solution(exercise, exercise.files[0]).decode()))
    survivors = made
    for seed in SEEDS:
        verdicts = [passes(mutant.source, seed) for mutant in survivors]
        survivors = [
            mutant for mutant, survived in zip(survivors, verdicts, strict=True)
            if survived.result()
        ]  # fmt: skip
    listed = {(e.function, e.was, e.becomes): e for e in read_equivalents(exercise)}
    alive = {(m.function, m.was, m.becomes): m for m in survivors}
    problems = [
        _("survives: {mutant}").format(mutant=mutant.name)
        for key, mutant in alive.items()
        if key not in listed
    ]
    problems += [
        _("{file} lists a mutant that does not survive: {function}: {becomes}").format(
            file=EQUIVALENT, function=known.function, becomes=known.becomes
        )
        for key, known in listed.items()
        if key not in alive
    ]
    remark = _("{killed} of {count} killed, {equivalent} equivalent").format(
        killed=len(made) - len(survivors), count=len(made), equivalent=len(alive.keys() & listed)
    )
    return ProofLine(exercise.name, _("mutants"), tuple(problems), remark)


def read_equivalents(exercise: Exercise) -> tuple[Equivalent, ...]:
    """Read the list of equivalent mutants beside the solution, where there is one."""
    path = exercise.solution / EQUIVALENT
    return read_toml(path, _EquivalentFile).mutants if path.exists() else ()
