"""The author's proof: every way in which an exercise can be graded wrongly is reported."""

import io
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from rich.console import Console

from grader.errors import CourseError, SuiteError
from grader.proof.survivors import EQUIVALENT, verify_mutants
from grader.proof.trials import Trials
from grader.proof.verify import verify, verify_all
from grader.report.proof import ProofLine, show_proof
from tests import tiny
from tests.tiny import MISTAKES, SOLUTION_SOURCE, SUITE_SOURCE, SUMMED, changed

FIGURES = """
from grader.suite import Text, figure
from grader.suite.picture import Picture

@figure(task=1)
def draw(student):
    picture = Picture(Text("Twice three"), Text("A bar."))
    picture.axes[0].bar([0], [student.double(3.0)])
    yield picture
"""


def proof(
    root: Path, trials: Trials, changes: Mapping[str, str | None] | None = None
) -> dict[str, ProofLine]:
    exercise = tiny.write(root, changes)
    return {line.subject: line for line in verify(exercise, trials, seeds=1)}


def problems(lines: dict[str, ProofLine]) -> dict[str, tuple[str, ...]]:
    return {subject: line.problems for subject, line in lines.items() if line.problems}


def test_right_exercise_has_no_problem(tmp_path: Path, trials: Trials) -> None:
    lines = proof(tmp_path, trials)
    assert problems(lines) == {}
    subjects = {"files", "translations", "stub", "solution", "examples", "squared", "summed"}
    assert subjects <= lines.keys()
    assert all(line.exercise == tiny.NAME for line in lines.values())
    assert lines["solution"].remark.startswith("1 seeds; slowest check ")
    assert lines["summed"].remark == "2 checks fail"


def test_a_slow_check_is_tried_on_the_mistakes_that_name_it(
    tmp_path: Path, trials: Trials, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.proof.verify.SLOW_SECONDS", -1.0)  # as if each were slow
    lines = proof(tmp_path, trials)
    assert problems(lines) == {}
    assert lines["summed"].remark == "1 check fails"


def test_figures_are_drawn_of_the_solution_and_not_of_the_stub(
    tmp_path: Path, trials: Trials
) -> None:
    path = f"tests/hidden/{tiny.NAME}/figures.py"
    line = proof(tmp_path, trials, {path: FIGURES})["figures"]
    assert (line.remark, line.problems) == ("1 picture", ())
    broken = changed(FIGURES, "student.double(3.0)", "student.doubled(3.0)")
    (problem,) = proof(tmp_path, trials, {path: broken})["figures"].problems
    assert problem.startswith("draw: StudentError")


def test_formula_that_is_no_tex_is_reported(tmp_path: Path, trials: Trials) -> None:
    settings = changed(
        tiny.EXERCISE, 'functions = ["double"]', "functions = [\"double\"]\nformula = '\\frac{'"
    )
    found = problems(proof(tmp_path, trials, {tiny.SETTINGS: settings}))
    assert found["files"] == ("the formula of task 1 is no TeX: \\frac{ (NoAvailableTokensError).",)


def test_function_that_the_stub_does_not_define_is_reported(tmp_path: Path, trials: Trials) -> None:
    settings = changed(tiny.EXERCISE, 'functions = ["double"]', 'functions = ["dubble"]')
    found = problems(proof(tmp_path, trials, {tiny.SETTINGS: settings}))
    said = "task 1 has the function dubble, which the stub does not define."
    assert found == {"files": (said,)}


def test_stub_that_passes_a_check_is_reported(tmp_path: Path, trials: Trials) -> None:
    stub = changed(
        tiny.STUB_SOURCE, 'raise NotImplementedError("Task 2: average")', "return x.mean()"
    )
    found = problems(proof(tmp_path, trials, {tiny.STUB: stub}))["stub"]
    assert any("test_average passes" in line for line in found)
    assert "no check of task 2 says that it is not done yet." in found


def test_stub_that_does_not_name_its_task_is_reported(tmp_path: Path, trials: Trials) -> None:
    stub = changed(tiny.STUB_SOURCE, "Task 2: average", "average")
    found = problems(proof(tmp_path, trials, {tiny.STUB: stub}))
    assert found["stub"] == ("no check of task 2 says that it is not done yet.",)


def test_solution_that_fails_is_reported_with_its_seed(tmp_path: Path, trials: Trials) -> None:
    solution = changed(SOLUTION_SOURCE, "double(average(x))", "average(x)")
    found = problems(proof(tmp_path, trials, {tiny.SOLUTION: solution}))["solution"]
    assert found[0].startswith("seed ")
    assert "test_double_average: failed: The result of double_average" in found[0]
    assert found[1] == "the solution gets 8 of 10."


def test_every_seed_is_tried(tmp_path: Path, trials: Trials) -> None:
    solution = changed(SOLUTION_SOURCE, "double(average(x))", "average(x)")
    exercise = tiny.write(tmp_path, {tiny.SOLUTION: solution})
    lines = {line.subject: line for line in verify(exercise, trials, seeds=3)}
    assert lines["solution"].remark.startswith("3 seeds; ")
    assert len({text for text in lines["solution"].problems if text.startswith("seed ")}) == 3


def test_mistake_that_is_not_caught_is_reported(tmp_path: Path, trials: Trials) -> None:
    harmless = changed(SUMMED, "return np.sum(x)", "return np.mean(x)")
    found = problems(proof(tmp_path, trials, {f"{MISTAKES}/harmless.py": harmless}))
    assert found["harmless"] == (
        "passes test_average, which it should fail.",
        "is not recognised by name.",
    )


def test_mistake_that_fails_another_check_is_reported(tmp_path: Path, trials: Trials) -> None:
    misplaced = changed(SUMMED, '"test_average"', '"test_double"')
    found = problems(proof(tmp_path, trials, {f"{MISTAKES}/summed.py": misplaced}))
    assert found == {"summed": ("passes test_double, which it should fail.",)}


def test_mistake_that_names_no_check_is_reported(tmp_path: Path, trials: Trials) -> None:
    misspelt = changed(SUMMED, '"test_average"', '"test_averages"')
    found = problems(proof(tmp_path, trials, {f"{MISTAKES}/summed.py": misspelt}))
    assert found == {"summed": ("FAILS names test_averages, and no check is called that.",)}


def test_mistake_that_differs_each_time_is_not_recognised(tmp_path: Path, trials: Trials) -> None:
    random = changed(SUMMED, "np.sum(x)", "np.sum(x) + np.random.default_rng().random()")
    found = problems(proof(tmp_path, trials, {f"{MISTAKES}/random.py": random}))
    assert found == {"random": ("is not recognised by name.",)}


def test_mistakes_that_cannot_be_told_apart_are_reported(tmp_path: Path, trials: Trials) -> None:
    same = changed(SUMMED, "np.sum(x)", "np.abs(x).sum()")
    found = problems(proof(tmp_path, trials, {f"{MISTAKES}/absolute.py": same}))
    assert found == {
        "absolute": ("cannot be told from summed.",),
        "summed": ("cannot be told from absolute.",),
    }


def test_mistake_that_is_also_taken_for_another_is_reported(tmp_path: Path, trials: Trials) -> None:
    """One check tells them apart, another of a function of its own does not."""
    body = (
        "def average(x):\n    return np.sum(x)\n\n\ndef double(x):\n    return np.asarray(x) * 3.0"
    )
    both = changed(SUMMED, "def average(x):\n    return np.sum(x)", body)
    found = problems(proof(tmp_path, trials, {f"{MISTAKES}/both.py": both}))
    assert any("summed" in text for text in found["both"])


def test_mistake_that_breaks_a_check_is_reported(tmp_path: Path, trials: Trials) -> None:
    broken = changed(SUITE_SOURCE, "to_match(np.mean)", 'to_match({}["oracle"])')
    found = problems(proof(tmp_path, trials, {tiny.SUITE: broken}))
    assert "makes a check break instead of fail." in found["summed"]
    assert any("test_average: broken" in text for text in found["solution"])


@pytest.mark.parametrize(("sample", "tried"), [(1, ["m0"]), (2, ["m0", "squared"]), (99, None)])
def test_sample_of_mistakes_is_spread_evenly(
    tmp_path: Path, trials: Trials, sample: int, tried: list[str] | None
) -> None:
    changes = {f"{MISTAKES}/m0.py": SUMMED, f"{MISTAKES}/m1.py": SUMMED}
    exercise = tiny.write(tmp_path, changes)
    subjects = [line.subject for line in verify(exercise, trials, seeds=1, sample=sample)]
    found = [subject for subject in subjects if subject in {"m0", "m1", "squared", "summed"}]
    assert found == (tried or ["m0", "m1", "squared", "summed"])


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({f"exercises/{tiny.NAME}/notes.txt": "x"}, "unexpected file: notes.txt."),
        ({f"exercises/{tiny.NAME}/test_data.txt": "x"}, "unexpected file: test_data.txt."),
        ({f"exercises/{tiny.NAME}/README.ko.md": None}, "exercise3 has no README.ko.md."),
    ],
)
def test_file_that_should_not_be_there_or_is_missing_is_reported(
    tmp_path: Path, trials: Trials, changes: dict[str, str | None], said: str
) -> None:
    assert problems(proof(tmp_path, trials, changes)) == {"files": (said,)}


@pytest.mark.parametrize("name", ["sums_old.py", "test_sums.py"])
def test_file_that_should_not_be_beside_the_solution_is_reported(
    tmp_path: Path, trials: Trials, name: str
) -> None:
    changes: dict[str, str | None] = {f"solutions/{tiny.NAME}/{name}": "x"}
    assert problems(proof(tmp_path, trials, changes)) == {"files": (f"unexpected file: {name}.",)}


@pytest.mark.parametrize("path", [tiny.SOLUTION, tiny.SUITE, f"{MISTAKES}/summed.py", tiny.STUB])
def test_place_that_is_left_to_the_author_is_reported(
    tmp_path: Path, trials: Trials, path: str
) -> None:
    text = tiny.FILES[path].strip("\n") + "\n\n# TODO(author): more.\n"
    found = problems(proof(tmp_path, trials, {path: text}))
    line = text.count("\n")
    assert found == {"files": (f"{path}, line {line}: TODO(author) is left.",)}


@pytest.mark.parametrize(
    ("path", "korean", "said"),
    [
        (tiny.SETTINGS, ', ko = "합"', "the title of the exercise is not translated."),
        (tiny.SETTINGS, ', ko = "평균"', "the title of task 2 is not translated."),
        (tiny.SETTINGS, ', ko = "2를 곱하세요."', "the hint of task 1 is not translated."),
        (
            f"{MISTAKES}/summed.py",
            "합을 개수로 나누지 않았습니다.",
            "the explanation of the mistake summed is not translated.",
        ),
        (
            tiny.SUITE,
            "average의 결과는 합을 개수로 나눈 값입니다.",
            "the title of test_average is not translated.",
        ),
        (
            tiny.VISIBLE,
            "[1, 2]의 두 배는 [2, 4]입니다.",
            "the title of test_double_of_the_lecture is not translated.",
        ),
    ],
)
def test_text_without_its_translation_is_reported(
    tmp_path: Path, trials: Trials, path: str, korean: str, said: str
) -> None:
    found = problems(proof(tmp_path, trials, {path: changed(tiny.FILES[path], korean, "")}))
    assert found == {"translations": (said,)}


def test_course_in_one_language_needs_no_translation(tmp_path: Path, trials: Trials) -> None:
    changes = {
        "course.toml": f'language = "en"\n{tiny.COURSE}',
        f"exercises/{tiny.NAME}/README.ko.md": None,
        tiny.SETTINGS: changed(tiny.EXERCISE, ', ko = "합"', ""),
    }
    assert problems(proof(tmp_path, trials, changes)) == {}


def test_examples_are_run_with_the_solution(tmp_path: Path, trials: Trials) -> None:
    readme = "# Sums\n\n    >>> from sums import double\n    >>> double(2)\n    {}\n"
    stub = changed(tiny.STUB_SOURCE, "twice `x`.", "twice `x`.\n\n    >>> y = double(3)\n    ")
    stub = changed(stub, "all entries.", "all entries.\n\n    >>> y.item()\n    6.0\n    ")
    path = f"exercises/{tiny.NAME}/README.md"
    lines = proof(
        tmp_path / "right", trials, {path: readme.format("np.float64(4.0)"), tiny.STUB: stub}
    )
    assert (lines["examples"].remark, lines["examples"].problems) == ("4 examples", ())
    lines = proof(tmp_path / "wrong", trials, {path: readme.format("5.0"), tiny.STUB: stub})
    assert problems(lines) == {
        "examples": ("README.md, line 4: `double(2)` gives np.float64(4.0)",)
    }
    lines = proof(
        tmp_path / "raising", trials, {tiny.STUB: changed(stub, "double(3)", "doubled(3)")}
    )
    assert problems(lines)["examples"][0] == (
        "sums.py, line 7: `y = doubled(3)` gives NameError: name 'doubled' is not defined"
    )


def test_an_example_finds_the_data_and_writes_beside_nothing(
    tmp_path: Path, trials: Trials
) -> None:
    stub = changed(
        tiny.STUB_SOURCE,
        "twice `x`.",
        "twice `x`.\n\n    >>> text = open('sums.csv', encoding='utf-8').read()\n"
        "    >>> open('copy.csv', 'w', encoding='utf-8').write(text)\n    3\n    ",
    )
    changes: dict[str, str | None] = {
        tiny.STUB: stub,
        tiny.SETTINGS: changed(tiny.EXERCISE, "points = 10", 'points = 10\ndata = ["sums.csv"]'),
        f"exercises/{tiny.NAME}/sums.csv": "1,2",
    }
    assert problems(proof(tmp_path, trials, changes)) == {}
    assert not list(tmp_path.rglob("copy.csv"))


def test_check_that_the_solution_passes_by_luck_is_called_flaky(
    tmp_path: Path, trials: Trials
) -> None:
    luck = changed(
        SUITE_SOURCE,
        "expect(student.average)(rng.uniform(1, 2, (3, 4))).to_match(np.mean)",
        "x = rng.uniform(1, 2, (3, 4))\n"
        "    expect(student.average)(x).to_match(x.mean() if rng.random() < 0.5 else 0.0)",
    )
    exercise = tiny.write(tmp_path, {tiny.SUITE: luck})
    lines = {line.subject: line for line in verify(exercise, trials, seeds=20)}
    assert lines["solution"].problems[0].startswith("test_average is flaky: it passes under ")
    assert lines["solution"].problems[0].endswith(" of 20 seeds.")


def test_caches_and_visible_checks_are_expected_files(tmp_path: Path, trials: Trials) -> None:
    folder = f"exercises/{tiny.NAME}"
    changes = {f"{folder}/__pycache__/x.pyc": "", f"{folder}/.hidden": ""}
    assert problems(proof(tmp_path, trials, changes)) == {}


@pytest.mark.parametrize(
    ("changes", "kind", "said"),
    [
        ({tiny.SOLUTION: None}, CourseError, "the solution cannot be read"),
        ({tiny.SUITE: None}, SuiteError, "holds no test_*.py."),
        ({f"{MISTAKES}/summed.py": '"""You."""\n'}, CourseError, "a mistake needs a docstring"),
    ],
)
def test_exercise_that_cannot_be_proven_is_one_line_and_the_next_goes_on(
    tmp_path: Path,
    trials: Trials,
    changes: dict[str, str | None],
    kind: type[Exception],
    said: str,
) -> None:
    exercise = tiny.write(tmp_path, changes)
    with pytest.raises(kind):
        list(verify(exercise, trials, seeds=1))
    lines = list(verify_all([exercise, exercise], trials, seeds=1))
    refused = [line.problems[0] for line in lines if line.subject == "suite"]
    assert len(refused) == 2
    assert all(said in text for text in refused)


EQUIVALENTS = f"solutions/{tiny.NAME}/{EQUIVALENT}"
LISTED = """
[[mutants]]
function = "{function}"
was = "{was}"
becomes = "{becomes}"
reason = "For the test."
"""


def test_survivors_are_reported_until_they_are_listed(tmp_path: Path, trials: Trials) -> None:
    weak = changed(SUITE_SOURCE, "rng.uniform(1, 2, (3, 4))", "np.zeros((3, 4))")
    weak = changed(weak, "rng.uniform(1, 2, 5)", "np.zeros(5)")
    exercise = tiny.write(tmp_path, {tiny.SUITE: weak})
    line = verify_mutants(exercise, partial(trials.passes, exercise))
    survivors = [text.removeprefix("survives: ") for text in line.problems]
    assert survivors
    assert all(text.startswith("survives: ") for text in line.problems)
    assert line.remark.endswith(" killed, 0 equivalent")
    listed = ""
    for text in survivors:
        function, _colon, slip = text.partition(": ")
        was, _arrow, becomes = slip.partition("  →  ")
        listed += LISTED.format(function=function, was=was, becomes=becomes)
    exercise = tiny.write(tmp_path, {tiny.SUITE: weak, EQUIVALENTS: listed})
    line = verify_mutants(exercise, partial(trials.passes, exercise))
    assert line.problems == ()
    assert line.remark.endswith(f" killed, {len(survivors)} equivalent")


def test_a_listed_mutant_that_is_killed_is_reported(tmp_path: Path, trials: Trials) -> None:
    stale = LISTED.format(function="double", was="return x", becomes="return y")
    exercise = tiny.write(tmp_path, {EQUIVALENTS: stale})
    line = verify_mutants(exercise, partial(trials.passes, exercise))
    said = "equivalent.toml lists a mutant that does not survive: double: return y"
    assert said in line.problems


def shown(*lines: ProofLine) -> list[str]:
    console = Console(width=200, file=io.StringIO(), record=True)
    assert show_proof(lines, console) is not any(line.problems for line in lines)
    return console.export_text().rstrip().splitlines()


def test_the_end_of_the_proof_names_every_problem_again() -> None:
    """What a service keeps of a long log is its end."""
    wrong = ProofLine(
        "exercise1", "summed", ("passes test_a, [which] it should fail.", "x\x1b[2J\nand more")
    )
    fine = [ProofLine("exercise1", f"mistake {number}", remark="1 check fails") for number in "123"]
    other = ProofLine("exercise2", "stub", ("test_b passes, though nothing is done.",))
    assert shown(wrong, *fine, other, *fine)[-4:] == [
        "3 problems.",
        "  exercise1 · summed · passes test_a, [which] it should fail.",
        "  exercise1 · summed · x\\x1b[2J and more",
        "  exercise2 · stub · test_b passes, though nothing is done.",
    ]


def test_a_proof_without_a_problem_says_so_last() -> None:
    assert shown(ProofLine("exercise1", "files"))[-1] == "Proven: nothing to mend."
