"""``grade init`` and ``grade new``: what they write is proven at once, and says how to go on."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from grader.authoring.scaffold import TODO, new_course, new_exercise
from grader.cli import grade
from grader.course import load_course
from grader.errors import UsageError
from grader.proof.trials import Trials
from grader.proof.verify import verify
from tests import tiny


def problems(root: Path, name: str, trials: Trials) -> dict[str, tuple[str, ...]]:
    exercise = load_course(root).exercise(name)
    lines = list(verify(exercise, trials, seeds=2))
    assert {"stub", "solution"} <= {line.subject for line in lines}
    return {line.subject: line.problems for line in lines if line.problems}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    new_course(tmp_path / "course")
    return tmp_path / "course"


def test_a_new_course_is_proven_at_once(root: Path, trials: Trials) -> None:
    course = load_course(root)
    assert course.names == ("exercise1",)
    assert len(list(course.exercise("words").mistakes.glob("*.py"))) >= 2
    assert problems(root, "exercise1", trials) == {}


def test_what_was_written_is_returned_and_nothing_else_is_there(tmp_path: Path) -> None:
    written = new_course(tmp_path / "course")
    there = {path for path in (tmp_path / "course").rglob("*") if path.is_file()}
    assert set(written) == there
    assert (tmp_path / "course" / ".gitignore").is_file()


@pytest.mark.parametrize("there", ["a file", "a full folder"])
def test_a_course_is_written_over_nothing(tmp_path: Path, there: str) -> None:
    place = tmp_path / "course"
    file = place if there == "a file" else place / "notes.txt"
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine")
    with pytest.raises(UsageError, match="is not empty"):
        new_course(place)
    assert file.read_text() == "mine"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [file]


def test_a_new_exercise_belongs_to_the_course(root: Path) -> None:
    written = new_exercise(load_course(root), "exercise2", "greetings")
    course = load_course(root)
    assert course.names == ("exercise1", "exercise2")
    exercise = course.exercise("greetings")
    assert exercise.files == ("greetings.py",)
    assert (exercise.suite / "test_greetings.py").is_file()
    assert {exercise.stub, exercise.solution / "greetings.py", root / "course.toml"} <= set(written)


@pytest.mark.parametrize("folder", [".", "exercises"])
def test_new_files_are_listed_as_they_are_seen_from_here(
    root: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / folder)
    listed = CliRunner().invoke(grade, ["new", "greetings"]).stdout.splitlines()
    stub = root / "exercises" / "greetings" / "greetings.py"
    assert f"  {stub.relative_to(root / folder)}" in listed
    settings = "course.toml" if folder == "." else root / "course.toml"
    assert f"  {settings}" in listed


def test_a_new_exercise_says_in_each_file_how_to_go_on(root: Path) -> None:
    *written, _settings = new_exercise(load_course(root), "greetings")
    assert [path for path in written if TODO not in path.read_text(encoding="utf-8")] == []
    assert [path for path in written if "$" in path.read_text(encoding="utf-8")] == []


def test_a_new_exercise_is_proven_when_its_author_is_done(root: Path, trials: Trials) -> None:
    *written, _settings = new_exercise(load_course(root), "greetings")
    for path in written:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if TODO not in line), encoding="utf-8")
    assert problems(root, "greetings", trials) == {}


def test_a_course_in_english_gets_no_korean_readme(root: Path) -> None:
    settings = root / "course.toml"
    settings.write_text(
        f'language = "en"\n{settings.read_text(encoding="utf-8")}', encoding="utf-8"
    )
    new_exercise(load_course(root), "greetings")
    readmes = (root / "exercises" / "greetings").glob("README*")
    assert [path.name for path in readmes] == ["README.md"]


@pytest.mark.parametrize(
    ("listed", "becomes"),
    [
        ("[]", '["more"]'),
        ('["a"]', '["a", "more"]'),
        ('[ "a", "b", ]', '[ "a", "b", "more"]'),
        ('[\n    "a",\n]', '[\n    "a",\n    "more",\n]'),
        ('[\n    "a"\n]', '[\n    "a",\n    "more",\n]'),
    ],
)
def test_only_the_list_of_exercises_changes(root: Path, listed: str, becomes: str) -> None:
    settings = root / "course.toml"
    text = '# mine\ntitle = { en = "T" }  # and mine\nexercises = %s\nfeedback = "none"\n'
    settings.write_text(text % "[]", encoding="utf-8")
    course = load_course(root)
    settings.write_text(text % listed, encoding="utf-8")
    new_exercise(course, "more")
    assert settings.read_text(encoding="utf-8") == text % becomes


def test_a_list_that_is_not_understood_is_left_to_the_author(root: Path) -> None:
    settings = root / "course.toml"
    text = settings.read_text(encoding="utf-8").replace('"exercise1",', '"exercise1", # ]')
    settings.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="Now add 'more' to 'exercises'"):
        new_exercise(load_course(root), "more")
    assert settings.read_text(encoding="utf-8") == text
    assert (root / "exercises" / "more" / "more.py").is_file()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Sums", "small letters"),
        ("../sums", "small letters"),
        ("verify", "'grade verify' means something else"),
        ("exercise3", "has an exercise 'exercise3' already"),
        ("sums", "has an exercise 'sums' already"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(tmp_path: Path, name: str, said: str) -> None:
    course = load_course(tiny.write(tmp_path).root)
    with pytest.raises(UsageError, match=said):
        new_exercise(course, name, taken={"verify"})
    with pytest.raises(UsageError, match=said):
        new_exercise(course, "free", name, taken={"verify"})
    assert not (tmp_path / "exercises" / "free").exists()


@pytest.mark.parametrize("module", ["class", "statistics"])
def test_a_stub_is_called_like_nothing_of_pythons_own(root: Path, module: str) -> None:
    for name in (module, "free"):
        with pytest.raises(UsageError, match="no stub can be called that"):
            new_exercise(load_course(root), name, None if name == module else module)
    new_exercise(load_course(root), module, "free")
    assert load_course(root).exercise(module).files == ("free.py",)


def test_nothing_is_written_over(root: Path) -> None:
    mine = root / "solutions" / "more" / "more.py"
    mine.parent.mkdir()
    mine.write_text("mine")
    with pytest.raises(UsageError, match="is there already"):
        new_exercise(load_course(root), "more")
    assert mine.read_text() == "mine"
    assert not (root / "exercises" / "more").exists()
