"""The student kit: what students get of a course, made from a list of what may be in it.

Nothing is copied because it is there. A kit holds the stubs, READMEs, visible checks and data that
exercise.toml names, notebooks made of them, and how to start. Solutions, mistakes, hidden checks
and the oracle stay with the course.
"""

import ast
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import packages_distributions, version
from pathlib import Path

from grader.authoring.handout import notebook, parts
from grader.authoring.scaffold import README, README_KO, TODO, filled, refuse_full, written
from grader.course import COURSE_FILE, Course, refuse_kit
from grader.errors import CourseError
from grader.exercise import EXERCISE_FILE, Exercise
from grader.language import Text, current
from grader.language import gettext as _

OLDEST_PYTHON = "3.11"
READMES = (README, README_KO)


def release(
    course: Course, exercises: Sequence[Exercise], folder: Path, grader: str | None = None
) -> list[Path]:
    """Write the kit of some exercises into `folder`; return the files, in their order.

    Parameters
    ----------
    course, exercises
        Which course, and which of its exercises.
    folder
        Where to; it must not exist, or be empty.
    grader
        How students' tools find the grader, as a requirement of pip.

    Raises
    ------
    CourseError
        When something that belongs to the course alone would be in it, or a file is missing.
    UsageError
        When there is something in the folder, or nothing can be written.
    """
    refuse_kit(exercises)
    refuse_full(folder)
    files: dict[str, bytes] = {}
    for exercise in exercises:
        _refuse_done(exercise)
        for name, content in _given(exercise):
            files[f"exercises/{exercise.name}/{name}"] = content
        place = f"notebooks/{exercise.name}/{exercise.module}.ipynb"
        files[place] = notebook(
            exercise.stub.read_text(encoding="utf-8"), _readme(exercise), exercise.name
        )
    files |= _around(course, exercises, grader)
    return list(written({folder / name: content for name, content in files.items()}))


def _around(course: Course, exercises: Sequence[Exercise], grader: str | None) -> dict[str, bytes]:
    """Return what is around the exercises: course.toml, what to install, how to start."""
    first = exercises[0]
    needs = [
        grader or f"deepgrade>={version('deepgrade')}",
        *libraries(exercises, with_suites=False),
    ]
    values = {
        "title": course.title.en,
        "korean": "" if course.language == "en" else f"\n[한국어]({README_KO})\n",
        "title_ko": course.title.ko or course.title.en,
        "first": first.name,
        "module": first.module,
        "python": OLDEST_PYTHON,
        "dependencies": "\n".join(f"    {json.dumps(each)}," for each in needs),
    }
    texts = dict(filled("kit", values))
    if course.language == "en":
        del texts[README_KO]
    texts[COURSE_FILE] = _course_file(course, exercises)
    return {name: text.encode() for name, text in texts.items()}


def _given(exercise: Exercise) -> Iterator[tuple[str, bytes]]:
    """Yield what a student gets of one exercise: names and contents."""
    settings = exercise.folder / EXERCISE_FILE
    _refuse_unfinished(settings, settings.read_bytes())
    yield EXERCISE_FILE, b"kit = true\n" + settings.read_bytes()
    required = (exercise.files[0], *exercise.data)
    optional = (*READMES, *exercise.extra_files)
    checks = sorted(path.name for path in exercise.folder.glob("test_*.py"))
    for name in (*required, *optional, *checks):
        path = exercise.folder / name
        if name in checks:
            _refuse_imports(path, exercise.root)
        if path.is_file():
            content = path.read_bytes()
            _refuse_unfinished(path, content)
            yield name, content
        elif name in required:
            raise CourseError(
                _("{path} is missing. Add it, or take it out of exercise.toml.").format(path=path)
            )


def _readme(exercise: Exercise) -> str:
    """Return the README of an exercise in the language of this run, where it has one."""
    names = reversed(READMES) if current() == "ko" else READMES
    for path in (exercise.folder / name for name in names):
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return f"# {exercise.title}\n"


def _refuse_done(exercise: Exercise) -> None:
    """Refuse a stub in which a task is not missing: somebody may have solved it in its place."""
    stub = exercise.stub.read_text(encoding="utf-8")
    missing = {number for part in parts(stub) for number in part.tasks}
    if done := [task.number for task in exercise.tasks if task.number not in missing]:
        raise CourseError(
            _(
                '{path}: nothing raises NotImplementedError("Task {number}: …"). Is the task done '
                "in the stub? Take the code out before students get it."
            ).format(path=exercise.stub, number=done[0])
        )


def _refuse_unfinished(path: Path, content: bytes) -> None:
    if TODO.encode() in content:
        raise CourseError(
            _("{path}: {todo} is left, and students would read it.").format(path=path, todo=TODO)
        )


def _refuse_imports(check: Path, root: Path) -> None:
    """Refuse a visible check that imports what stays with the course, such as its oracle."""
    for node in ast.walk(ast.parse(check.read_bytes())):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in (name.partition(".")[0] for name in names):
            own = (root / name).is_dir() or (root / f"{name}.py").is_file()
            if name and own and name != "grader":  # which students install
                raise CourseError(
                    _(
                        "{path} imports {name}, which stays with the course. A visible check "
                        "states its values itself."
                    ).format(path=check, name=name)
                )


def _course_file(course: Course, exercises: Sequence[Exercise]) -> str:
    names = "".join(f'    "{exercise.name}",\n' for exercise in exercises)
    language = f'language = "{course.language}"\n' if course.language else ""
    return f"title = {_table(course.title)}\nexercises = [\n{names}]\n{language}"


def _table(text: Text) -> str:
    pairs = {"en": text.en, "ko": text.ko}
    inner = (
        f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in pairs.items() if value
    )
    return f"{{ {', '.join(inner)} }}"


def libraries(exercises: Iterable[Exercise], *, with_suites: bool) -> list[str]:
    """Return what pip installs for what exercises name, and `with_suites` for hidden suites too."""
    known = packages_distributions()
    modules = {
        name.partition(".")[0]
        for exercise in exercises
        for name in (*exercise.preload, *(exercise.needs if with_suites else ()))
    }
    return sorted({known.get(name, [name])[0] for name in modules - sys.stdlib_module_names})
