"""course.toml, read strictly into ``Course``.

A course is any folder with a ``course.toml``. Nothing here knows an exercise by name: what a
course contains is what its files say, and a wrong key, a sum that does not add up or a missing
file is one line that says where and what to do.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from grader.errors import CourseError
from grader.exercise import Exercise, Name, load_exercise
from grader.language import Language, Text
from grader.language import gettext as _
from grader.policy import Scoring
from grader.records import Feedback
from grader.toml import read_toml

COURSE_FILE = "course.toml"


class _CourseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """course.toml.

    Attributes
    ----------
    title
        Title of the course.
    exercises
        Folders under ``exercises/``, in order.
    language
        Language of messages, unless ``--lang`` says otherwise; without it, the locale's.
    feedback
        What a hidden check shows its student.
    feedback_after
        The same, once the exercise's deadline has passed; without it, nothing changes then.
    scoring
        How a class's scores come about.
    """

    title: Text
    exercises: tuple[Name, ...]
    language: Language | None = None
    feedback: Feedback = Feedback.RESULT
    feedback_after: Feedback | None = None
    scoring: Scoring = Scoring()


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """All exercises of one course, in their order: ``names``. All else is as in course.toml.

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
        """Find an exercise by name (``exercise3``), number (``3``) or slug (``gradients``).

        Raises
        ------
        CourseError
            When there is none, or it cannot be read.
        """
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


def packed(root: Path, parts: Iterable[str]) -> dict[str, bytes]:
    """Return the files of some parts of a course, files and folders, by their names below `root`.

    A part that is not there is left out, and so are compiled code and what editors, systems and
    notebooks keep beside files under names that begin with a point.
    """
    files = {}
    for top in (root / part for part in parts):
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            name = path.relative_to(root)
            kept = any(part.startswith(".") or part == "__pycache__" for part in name.parts)
            if path.is_file() and not kept:
                files[name.as_posix()] = path.read_bytes()
    return files


def refuse_kit(exercises: Iterable[Exercise]) -> None:
    """Refuse what needs more of the exercises than students get.

    Raises
    ------
    CourseError
        When one is of a kit.
    """
    for exercise in exercises:
        if exercise.kit:
            raise CourseError(
                _(
                    "{folder} is of a kit, which has no solution and no hidden checks. Do this in "
                    "the course itself."
                ).format(folder=exercise.folder)
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


def _refuse_repeats(path: Path, key: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise CourseError(
                _("{path}: {key} {value!r} appears twice.").format(path=path, key=key, value=value)
            )
        seen.add(value)
