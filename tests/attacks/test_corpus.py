"""Every hostile submission, graded at each isolation: what did it achieve?"""

import re
from pathlib import Path

import msgspec
import pytest

from grader.records import CheckResult, Outcome
from tests.attacks import security_table
from tests.attacks.arena import (
    BLOCKED,
    CANARIES,
    COURSE,
    LAYERS,
    LEAK,
    NOT_RUN,
    NOT_STOPPED,
    Arena,
    Graded,
    Hostile,
    as_json,
    corpus,
    snapshot,
)
from tests.attacks.defences import DEFENCES, Defence
from tests.attacks.rows import ELSEWHERE, TESTED

CORPUS = corpus()
NAMES = [hostile.name for hostile in CORPUS]

# What only a namespace stops: files and the network are the machine's own, a process that left
# its session is out of reach, and the user is the judge's.
ONLY_A_NAMESPACE_STOPS = {
    "A01_read_tests_on_disk",
    "A14_forge_the_result_file",
    "A20_grader_memory_and_environment",
    "A36_hold_the_pipes",
    "A37_outlive_the_grade",
    "A43_network",
    "A47_other_students",
}
# The same, but an attack of this kind would harm the machine the tests run on.
WOULD_HARM_THIS_MACHINE = {
    "A18b_kill_the_parent",
    "A38_fork_bomb",
    "A40b_disk_flood",
    "A40c_memory_of_no_process",
    "A45_site_customisation",
    "B05_limits_of_the_cell",
    "B06_signals_to_the_cell",
    "B15_unknown_system_calls",
}
ROWS = {f"A{number:02}" for number in range(1, 70)}
ROOT = Path(__file__).parents[2]


def test_every_row_of_the_threat_model_is_a_submission_or_a_test_or_explained() -> None:
    parts = ({hostile.row for hostile in CORPUS} & ROWS, set(TESTED) & ROWS, set(ELSEWHERE))
    assert set.union(*parts) == ROWS
    assert sum(map(len, parts)) == len(ROWS)


@pytest.mark.parametrize("test", [test for _what, tests in TESTED.values() for test in tests])
def test_what_shows_a_row_exists(test: str) -> None:
    file, _colons, name = test.partition("::")
    assert f"\ndef {name}(" in (ROOT / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("defence", DEFENCES, ids=lambda defence: defence.name)
def test_every_defence_can_be_found_to_be_switched_off(defence: Defence) -> None:
    for edit in defence.edits:
        assert (ROOT / edit.file).read_text(encoding="utf-8").count(edit.old) == 1
        assert edit.new != edit.old


def test_every_submission_says_what_it_tries_and_what_is_expected() -> None:
    for hostile in CORPUS:
        assert hostile.tries.endswith("."), hostile.name
        assert set(hostile.expected) == set(LAYERS), hostile.name
        assert hostile.expected["sandbox"] == BLOCKED, hostile.name
        assert hostile.name.startswith(f"{hostile.row}_"), hostile.name


def test_what_plain_processes_do_not_stop_is_listed() -> None:
    said: dict[str, set[str]] = {BLOCKED: set(), NOT_STOPPED: set(), NOT_RUN: set()}
    for hostile in CORPUS:
        said[hostile.expected["process"]].add(hostile.name)
    assert said[NOT_STOPPED] == ONLY_A_NAMESPACE_STOPS
    assert said[NOT_RUN] == WOULD_HARM_THIS_MACHINE


@pytest.mark.parametrize("hostile", CORPUS, ids=NAMES)
def test_an_attack_in_the_sandbox_achieves_nothing(hostile: Hostile, sandbox_arena: Arena) -> None:
    _attack(hostile, sandbox_arena)


@pytest.mark.parametrize("hostile", CORPUS, ids=NAMES)
def test_an_attack_on_plain_processes(hostile: Hostile, process_arena: Arena) -> None:
    if hostile.name in WOULD_HARM_THIS_MACHINE:
        return  # listed above, and in docs/security.md
    _attack(hostile, process_arena)


def _attack(hostile: Hostile, arena: Arena) -> None:
    folder = arena.submission(hostile.source, hostile.files)
    watched = (COURSE, arena.home, arena.victim, folder)
    before = [snapshot(place) for place in watched]
    arena.arrived.clear()
    graded = arena.grade(folder)

    _assert_sound(graded, arena)
    if hostile.expected[arena.isolation] == BLOCKED:
        assert arena.is_quiet(), "a process was left alive"
        _assert_nothing_gained(hostile, graded)
        _assert_nothing_leaked(hostile, graded, (folder / "small.py").read_text())
        assert [snapshot(place) for place in watched] == before
        assert not list(Path("/tmp").glob(f"{LEAK}*"))
        assert arena.arrived == []
    else:
        arena.is_quiet()
        _put_back(arena.victim, before[2])


def _assert_sound(graded: Graded, arena: Arena) -> None:
    """Whatever the code does, all checks are reported and the attempt keeps its form."""
    attempt, limits = graded.attempt, arena.exercise.limits
    assert len(attempt.checks) == 6
    assert attempt.max_score == 6.0
    assert sum(check.max_points for check in attempt.checks) == 6.0
    assert 0.0 <= attempt.score <= 6.0
    assert not [check.id for check in attempt.checks if check.outcome is Outcome.BROKEN]
    assert graded.seconds < limits.total_seconds + limits.seconds + 30
    assert len(as_json(attempt)) < 300_000


def _assert_nothing_gained(hostile: Hostile, graded: Graded) -> None:
    assert graded.attempt.score == hostile.baseline
    hidden = [check for check in graded.attempt.checks if check.visibility == "hidden"]
    assert sum(check.outcome is Outcome.PASSED for check in hidden) == hostile.baseline


def _assert_nothing_leaked(hostile: Hostile, graded: Graded, source: str) -> None:
    everything = as_json(graded.full)
    for canary in CANARIES:
        assert canary not in everything
    for check in graded.attempt.checks:
        if check.visibility == "hidden":
            assert LEAK not in as_json(_without_quoted_lines(check, source))
            assert (check.input, check.expected, check.actual, check.output) == (None,) * 3 + ("",)
            if hostile.numbers:
                assert not re.search(hostile.numbers, check.message)


def _without_quoted_lines(check: CheckResult, source: str) -> CheckResult:
    """Take out the line that failed: it is the submission's text from before the call."""
    message = check.message
    for line in source.splitlines():
        message = message.replace(f": `{line.strip()[:120]}`)", ")")
    return msgspec.structs.replace(check, message=message)


def _put_back(folder: Path, before: dict[str, tuple[int, int, bytes]]) -> None:
    for path in folder.iterdir():
        if path.name not in before:
            path.unlink()
    for name, (_mode, _time, content) in before.items():
        (folder / name).write_bytes(content)


def test_the_security_page_shows_the_corpus_as_it_is() -> None:
    assert security_table.PAGE.read_text(encoding="utf-8") == security_table.page_with(
        security_table.table()
    ), "run `uv run python -m tests.attacks.security_table`"
