"""exercise.toml, read strictly into ``Exercise``: tasks, points, limits, and the folders it has."""

from pathlib import Path
from typing import Annotated

import msgspec

from grader.errors import CourseError
from grader.language import Text
from grader.language import gettext as _
from grader.toml import read_toml

EXERCISE_FILE = "exercise.toml"

Positive = Annotated[float, msgspec.Meta(gt=0, le=1_000_000)]
Count = Annotated[int, msgspec.Meta(ge=1)]
FileName = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]*$", max_length=100)]
UsedName = Annotated[str, msgspec.Meta(pattern=r"^(\.?\b[^\W\d]\w*)+$", max_length=200)]
Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one check may use. Times in seconds, sizes in MiB; each holds for the whole tree.

    Attributes
    ----------
    seconds
        Wall-clock time of one check, loading the submission included; well above
        ``cpu_seconds``, so that only code which waits comes to it.
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

    Attributes
    ----------
    number
        1, 2, 3, … in order.
    title
        Title of the task.
    points
        Must be the sum of its checks' points.
    hint
        What ``grade hint`` and the report show.
    functions
        The functions of the stub that belong to the task.
    after
        Earlier tasks it builds on: when a check fails and one of those tasks failed too, its
        outcome is ``blocked``.
    formula
        TeX, one formula a line; shown in the report with the task's mistake or hint.
    forbid
        Names that the task's functions must do without, as ``np.gradient``.
    require
        Names that the task's functions must use.
    """

    number: Count
    title: Text
    points: Positive
    hint: Text
    functions: tuple[str, ...] = ()
    after: tuple[int, ...] = ()
    formula: str = ""
    forbid: tuple[UsedName, ...] = ()
    require: tuple[UsedName, ...] = ()


class _ExerciseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """exercise.toml.

    Attributes
    ----------
    title
        Title of the exercise.
    slug
        Short name: ``grade gradients``.
    module
        The stub is ``<module>.py``; the required file of a submission.
    points
        Must be the sum of the tasks' points.
    tasks
        One table ``[[tasks]]`` for each task.
    files
        Further files a submission may contain.
    preload
        Modules imported once, before any submission.
    needs
        Further modules that the hidden suite imports: without them nothing is graded.
    limits
        What one check may use.
    forbid
        Names that the whole submission must do without.
    require
        Names that the submission must use somewhere, once no task is left to do.
    data
        Files that students get beside the stub, such as a table.
    kit
        Written by ``grade release``: hidden checks run where you hand in, only visible ones here.
    """

    title: Text
    slug: Name
    module: Name
    points: Positive
    tasks: tuple[Task, ...]
    files: tuple[FileName, ...] = ()
    preload: tuple[str, ...] = ("numpy",)
    needs: tuple[str, ...] = ()
    limits: Limits = Limits()
    forbid: tuple[UsedName, ...] = ()
    require: tuple[UsedName, ...] = ()
    data: tuple[FileName, ...] = ()
    kit: bool = False


class Exercise(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise: its stub, its tasks, and the folders that belong to it.

    ``name`` is its folders' below ``root``, the course's; ``extra_files`` may be handed in beside
    the module. All else is as in exercise.toml.
    """

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
    needs: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    require: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    kit: bool = False

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
    def suites(self) -> tuple[Path, ...]:
        """The folders of the checks that run here: in a student's kit the visible ones alone."""
        return (self.folder,) if self.kit else (self.folder, self.suite)

    @property
    def stub(self) -> Path:
        """The module a student fills."""
        return self.folder / f"{self.module}.py"

    @property
    def files(self) -> tuple[str, ...]:
        """Names a submission may contain; the first is required."""
        return (f"{self.module}.py", *self.extra_files)

    def task(self, number: int) -> Task:
        """Return the task of that number.

        Raises
        ------
        CourseError
            When there is none; the text says which there are.
        """
        for task in self.tasks:
            if task.number == number:
                return task
        known = ", ".join(str(task.number) for task in self.tasks)
        raise CourseError(
            _("{exercise} has no task {number}. Its tasks are {known}.").format(
                exercise=self.name, number=number, known=known
            )
        )


def load_exercise(root: Path, name: str) -> Exercise:
    """Read one exercise of the course at `root` and check that what it declares is there.

    Raises
    ------
    CourseError
        When something is missing, or exercise.toml contradicts itself.
    """
    path = root / "exercises" / name / EXERCISE_FILE
    settings = read_toml(path, _ExerciseFile)
    declared = msgspec.structs.asdict(settings)
    exercise = Exercise(name=name, root=root, extra_files=declared.pop("files"), **declared)
    _check_tasks(path, exercise)
    if not exercise.stub.is_file():
        said = _("{path}: the stub {stub} is missing. Add it, or correct 'module'.")
        raise CourseError(said.format(path=path, stub=exercise.stub.name))
    return exercise


def _check_tasks(path: Path, exercise: Exercise) -> None:
    numbers = [task.number for task in exercise.tasks]
    if numbers != list(range(1, len(numbers) + 1)) or not numbers:
        raise CourseError(
            _("{path}: tasks must be numbered 1, 2, 3, … in order; found {numbers}.").format(
                path=path, numbers=", ".join(map(str, numbers))
            )
        )
    if abs((total := sum(task.points for task in exercise.tasks)) - exercise.points) > 1e-9:
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
