"""What several commands have in common: their options, and opening the course."""

from collections.abc import Callable
from pathlib import Path

import click

from grader import language
from grader.course import Course, find_course, load_course
from grader.machine import processors

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)
GRADEBOOK = "gradebook.db"
REPORTS = "reports"

Decorator = Callable[[Callable[..., int]], Callable[..., int]]

lang_option = click.option("--lang", type=click.Choice(language.LANGUAGES), help="Language of messages and reports.")  # noqa: E501 # fmt: skip
jobs_option = click.option("--jobs", type=click.IntRange(1), default=processors(), show_default="one for each core", help="Submissions graded at once.")  # noqa: E501 # fmt: skip
isolation_option = click.option("--isolation", type=click.Choice(["auto", "sandbox", "process"]), default="auto", show_default=True, help="What stands between the code and this machine.")  # noqa: E501 # fmt: skip
gradebook_option = click.option("--gradebook", metavar="URL", help=f"Database URL or file (default: {GRADEBOOK} in the course's folder).")  # noqa: E501 # fmt: skip
reports_option = click.option("--reports", type=FOLDER, help="Folder for the students' reports (default: reports/class).")  # noqa: E501 # fmt: skip
refs_option = click.option("--git", "refs", metavar="REFS", help="SUBMISSIONS is a git repository: one ref per student, such as refs/heads/students/*.")  # noqa: E501 # fmt: skip


def exercises_option(said: str) -> Decorator:
    """Ask for names of exercises, of which none may mean all."""
    return click.option("--exercise", "names", multiple=True, metavar="NAME", help=said)


def roster_option(
    said: str = "CSV file with a column `student`; its other columns are further names.",
) -> Decorator:
    """Ask for a roster."""
    return click.option("--roster", type=FILE, help=said)


def unsafe_option(
    said: str = "Grade even where there is no sandbox: the code can read and write this machine's files.",  # noqa: E501
) -> Decorator:
    """Ask for `isolation`: a sandbox, unless the teacher says that it may be less."""
    return click.option("--unsafe", "isolation", is_flag=True, callback=_isolation, help=said)


def _isolation(_ctx: click.Context, _param: click.Parameter, is_unsafe: bool) -> str:  # noqa: FBT001 - as click calls it
    return "auto" if is_unsafe else "sandbox"


def open_course(lang: language.Language | None, folder: Path | None = None) -> Course:
    """Return the course of this or a named folder; speak its language if none was asked for."""
    course = load_course(folder.resolve()) if folder else find_course(Path.cwd())
    language.use(lang or course.language or language.from_locale())
    return course
