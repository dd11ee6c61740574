"""When work was handed in, from a CSV file: a file's own time is what a student's computer says."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from grader.course import Course
from grader.errors import CourseError, SubmissionError, UsageError
from grader.intake.quoting import brief, shown
from grader.intake.roster import Roster, read_text
from grader.intake.student import identity
from grader.language import gettext as _

COLUMNS = ("student", "exercise", "time")

Times = dict[tuple[str, str], datetime]

_YEARS = (1970, 2200)


def read_times(path: Path, course: Course, roster: Roster | None) -> Times:
    """Read a CSV file with the columns ``student``, ``exercise`` and ``time``.

    A time is ISO 8601 (``2026-12-01 23:59``); without an offset it is in the course's time zone.
    Where a student handed in the same exercise twice, the last row counts. The times are in UTC.

    Raises
    ------
    UsageError
        When it cannot be read, or a row names nobody (with a roster: nobody of the class), no
        exercise or no time.
    """
    rows = csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True)
    zone = ZoneInfo(course.scoring.timezone)
    times: Times = {}
    try:
        if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
            raise UsageError(
                _("{path} has no column {column}. Its first line must name the columns.").format(
                    path=shown(path), column=missing[0]
                )
            )
        for row in rows:
            student, exercise, time = (row[name] or "" for name in COLUMNS)
            times[_known(student, roster), course.exercise(exercise.strip()).name] = _moment(
                time, zone
            )
    except (csv.Error, CourseError, SubmissionError, ValueError) as error:
        raise UsageError(f"{shown(path)}, line {rows.line_num}: {error}") from None
    return times


def _known(student: str, roster: Roster | None) -> str:
    name = identity(student)
    if roster is None:
        return name
    if (known := roster.find(name)) is None:
        raise SubmissionError(
            _(
                "{student} is nobody in the roster, or more than one. Write the name in its column "
                "student."
            ).format(student=brief(name))
        )
    return known


def _moment(text: str, zone: ZoneInfo) -> datetime:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(
            _("{time} is no time. Write it as 2026-12-01 23:59.").format(time=brief(text) or "''")
        ) from None
    first, last = _YEARS
    if not first <= moment.year <= last:  # the first and last years there are have no UTC
        raise ValueError(
            _("The year of {time} is not one from {first} to {last}. Mend it.").format(
                time=brief(text), first=first, last=last
            )
        )
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
