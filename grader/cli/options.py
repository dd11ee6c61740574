"""What several commands have in common: their options, and opening the course."""

import os
from pathlib import Path

import click

from grader import language
from grader.course import Course, find_course, load_course

HELP = {"help_option_names": ["-h", "--help"]}
GRADEBOOK = "gradebook.db"
REPORTS = "reports"

lang_option = click.option("--lang", type=click.Choice(language.LANGUAGES), help="Language of messages and reports.")  # noqa: E501 # fmt: skip
jobs_option = click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, show_default="one for each core", help="Submissions graded at once.")  # noqa: E501 # fmt: skip
isolation_option = click.option("--isolation", type=click.Choice(["auto", "sandbox", "process"]), default="auto", show_default=True, help="What stands between the code and this machine.")  # noqa: E501 # fmt: skip
gradebook_option = click.option("--gradebook", metavar="URL", help=f"Database URL or file (default: {GRADEBOOK} in the course's folder).")  # noqa: E501 # fmt: skip
reports_option = click.option("--reports", type=click.Path(path_type=Path, file_okay=False), help="Folder for the students' reports (default: reports/class).")  # noqa: E501 # fmt: skip


def open_course(lang: language.Language | None, folder: Path | None = None) -> Course:
    """Return the course of this or a named folder; speak its language if none was asked for."""
    course = load_course(folder.resolve()) if folder else find_course(Path.cwd())
    language.use(lang or course.language or language.from_locale())
    return course
