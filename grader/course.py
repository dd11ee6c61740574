"""course.toml and exercise.toml, read strictly into ``Course`` and ``Exercise``.

A course is any folder with a ``course.toml``. Nothing here knows an exercise by name: what a
course contains is what its files say, and a wrong key, a sum that does not add up or a missing
file is one line that says where and what to do.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from grader.errors import CourseError
from grader.language import Language, Text
from grader.language import gettext as _
from grader.policy import Scoring
from grader.records import Feedback
from grader.toml import read_toml

COURSE_FILE = "course.toml"
EXERCISE_FILE = "exercise.toml"

Positive = Annotated[float, msgspec.Meta(gt=0, le=1_000_000)]
Count = Annotated[int, msgspec.Meta(ge=1)]
FileName = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]*$", max_length=100)]
Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one check may use. Times in seconds, sizes in MiB; each holds for the whole tree.

    Attributes
    ----------
    seconds
        Wall-clock time of one check, loading the submission included: for code that waits.
    cpu_seconds
        CPU time of one check, summed over its processes: this ends an endless loop.
    total_seconds
        Wall-clock time of all checks of one submission together.
    memory_mb
        Memory of one check.
    output_mb
        Bytes printed, and the size of any file written.
    disk_mb
        Size of the private temporary folder.
    processes
        Processes and threads alive at once.
    """

    seconds: Positive = 30.0
    cpu_seconds: Positive = 10.0
    total_seconds: Positive = 300.0
    memory_mb: Count = 2048
    output_mb: Count = 16
    disk_mb: Count = 64
    processes: Count = 32


class Task(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One numbered part of an exercise, joined by its number to stub, README, hint and checks.

    ``formula`` is TeX, one formula a line.
    """

    number: Count
    title: Text
    points: Positive
    hint: Text
    functions: tuple[str, ...] = ()
    after: tuple[int, ...] = ()
    formula: str = ""


class _ExerciseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    title: Text
    slug: Name
    module: Name
    points: Positive
    tasks: tuple[Task, ...]
    files: tuple[FileName, ...] = ()
    preload: tuple[str, ...] = ("numpy",)
    limits: Limits = Limits()


class _CourseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    title: Text
    exercises: tuple[Name, ...]
    language: Language | None = None
    feedback: Feedback = Feedback.RESULT
    feedback_after: Feedback | None = None
    scoring: Scoring = Scoring()


class Exercise(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise: its stub, its tasks, and the folders that belong to it."""

    name: str
    root: Path
    slug: str
    module: str
    title: Text
    points: float
    tasks: tuple[Task, ...]
    limits: Limits
    preload: tuple[str, ...]
    extra_files: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """What a student gets: stub, README, visible checks."""
        return self.root / "exercises" / self.name

    @property
    def solution(self) -> Path:
        """The model answer, with the same file names as the stub."""
        return self.root / "solutions" / self.name

    @property
    def mistakes(self) -> Path:
        """The named wrong implementations."""
        return self.solution / "mistakes"

    @property
    def suite(self) -> Path:
        """The hidden suite."""
        return self.root / "tests" / "hidden" / self.name

    @property
    def stub(self) -> Path:
        """The module a student fills."""
        return self.folder / f"{self.module}.py"

    @property
    def files(self) -> tuple[str, ...]:
        """Names a submission may contain; the first is required."""
        return (f"{self.module}.py", *self.extra_files)

    def task(self, number: int) -> Task:
        """Return the task of that number, or say which numbers there are."""
        for task in self.tasks:
            if task.number == number:
                return task
        known = ", ".join(str(task.number) for task in self.tasks)
        raise CourseError(
            _("{exercise} has no task {number}. Its tasks are {known}.").format(
                exercise=self.name, number=number, known=known
            )
        )


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """All exercises of one course, in their order.

    Exercises are read when asked for, so that a slip in one does not keep a student from another.
    """

    root: Path
    title: Text
    names: tuple[str, ...]
    language: Language | None
    feedback: Feedback
    feedback_after: Feedback | None
    scoring: Scoring

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Every exercise, read and checked."""
        exercises, problem = self._readable()
        if problem is not None:
            raise problem
        return tuple(exercises)

    def feedback_at(self, moment: datetime, exercise: str) -> Feedback:
        """Return what hidden checks show then: more may be shown once the deadline has passed."""
        deadline = self.scoring.deadlines.get(exercise)
        if self.feedback_after is None or deadline is None or moment <= deadline:
            return self.feedback
        return self.feedback_after

    def chosen(self, names: Sequence[str]) -> list[Exercise]:
        """Return the exercises of those names; all of them where none is named."""
        return [self.exercise(name) for name in names] if names else list(self.exercises)

    def exercise(self, name: str) -> Exercise:
        """Find an exercise by name (``exercise3``), number (``3``) or slug (``gradients``)."""
        for known in (name, f"exercise{name}"):
            if known in self.names:
                return load_exercise(self.root, known)
        exercises, problem = self._readable()
        for exercise in exercises:
            if name == exercise.slug:
                return exercise
        if problem is not None:
            raise problem
        names = [e.name for e in exercises] + [e.slug for e in exercises]
        close = get_close_matches(name.lower(), names, n=1)
        hint = _(" Did you mean {name}?").format(name=close[0]) if close else ""
        known = ", ".join(f"{e.name} ({e.slug})" for e in exercises)
        raise CourseError(
            _("There is no exercise {name!r}.{hint} The course has: {known}.").format(
                name=name, hint=hint, known=known
            )
        )

    def _readable(self) -> tuple[list[Exercise], CourseError | None]:
        """Return the exercises that can be read, and what is wrong with the first other one."""
        exercises, problem = [], None
        for name in self.names:
            try:
                exercises.append(load_exercise(self.root, name))
            except CourseError as error:
                problem = problem or error
        _refuse_repeats(self.root / COURSE_FILE, "slug", [exercise.slug for exercise in exercises])
        return exercises, problem


def find_course(start: Path) -> Course:
    """Read the course whose folder contains `start`.

    Raises
    ------
    CourseError
        When no folder from `start` upwards holds a course.toml, or the course is malformed.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / COURSE_FILE).is_file():
            return load_course(folder)
    raise CourseError(
        _(
            "No {file} in {folder} or above it. Go to your course folder and run the command there."
        ).format(file=COURSE_FILE, folder=start)
    )


def load_course(root: Path) -> Course:
    """Read the course.toml at `root`."""
    settings = read_toml(root / COURSE_FILE, _CourseFile)
    _refuse_repeats(root / COURSE_FILE, "exercises", settings.exercises)
    return Course(
        root=root,
        title=settings.title,
        names=settings.exercises,
        language=settings.language,
        feedback=settings.feedback,
        feedback_after=settings.feedback_after,
        scoring=_zoned(root / COURSE_FILE, settings),
    )


def _zoned(path: Path, settings: _CourseFile) -> Scoring:
    """Return the scoring with every deadline in its time zone."""
    scoring = settings.scoring
    try:
        zone = ZoneInfo(scoring.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        raise CourseError(
            _(
                "{path}: scoring.timezone: there is no time zone {zone!r}. Asia/Seoul is one."
            ).format(path=path, zone=scoring.timezone)
        ) from None
    for key, names in (("extra_credit", scoring.extra_credit), ("deadlines", scoring.deadlines)):
        for name in names:
            if name not in settings.exercises:
                raise CourseError(
                    _("{path}: scoring.{key}: there is no exercise {name!r}.").format(
                        path=path, key=key, name=name
                    )
                )
    deadlines = {
        name: moment if moment.tzinfo else moment.replace(tzinfo=zone)
        for name, moment in scoring.deadlines.items()
    }
    return msgspec.structs.replace(scoring, deadlines=deadlines)


def load_exercise(root: Path, name: str) -> Exercise:
    """Read one exercise of the course at `root` and check that what it declares is there."""
    path = root / "exercises" / name / EXERCISE_FILE
    settings = read_toml(path, _ExerciseFile)
    exercise = Exercise(
        name=name,
        root=root,
        slug=settings.slug,
        module=settings.module,
        title=settings.title,
        points=settings.points,
        tasks=settings.tasks,
        limits=settings.limits,
        preload=settings.preload,
        extra_files=settings.files,
    )
    _check_tasks(path, exercise)
    if not exercise.stub.is_file():
        raise CourseError(
            _("{path}: the stub {stub} is missing. Add it, or correct 'module'.").format(
                path=path, stub=exercise.stub.name
            )
        )
    return exercise


def _check_tasks(path: Path, exercise: Exercise) -> None:
    numbers = [task.number for task in exercise.tasks]
    if numbers != list(range(1, len(numbers) + 1)) or not numbers:
        raise CourseError(
            _("{path}: tasks must be numbered 1, 2, 3, … in order; found {numbers}.").format(
                path=path, numbers=", ".join(map(str, numbers))
            )
        )
    total = sum(task.points for task in exercise.tasks)
    if abs(total - exercise.points) > 1e-9:
        raise CourseError(
            _("{path}: 'points' says {points:g}, but the tasks add up to {total:g}.").format(
                path=path, points=exercise.points, total=total
            )
        )
    for task in exercise.tasks:
        if wrong := [number for number in task.after if number not in numbers[: task.number - 1]]:
            raise CourseError(
                _("{path}: task {number} is 'after' {wrong}, which is no earlier task.").format(
                    path=path, number=task.number, wrong=", ".join(map(str, wrong))
                )
            )


def _refuse_repeats(path: Path, key: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise CourseError(
                _("{path}: {key} {value!r} appears twice.").format(path=path, key=key, value=value)
            )
        seen.add(value)
