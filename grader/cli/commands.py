"""The commands of ``grade`` that are words of their own."""

from pathlib import Path

import click
from rich.console import Console

from grader import language
from grader.cli.authors import init, new, release
from grader.cli.batch import batch
from grader.cli.book import adjust, report
from grader.cli.ci import ci, ci_comment
from grader.cli.exercise import latest
from grader.cli.export import export
from grader.cli.importing import import_command
from grader.cli.options import isolation_option, jobs_option, lang_option, open_course
from grader.cli.similarity import similarity
from grader.course import refuse_kit
from grader.errors import ExitCode


def overview(lang: language.Language | None) -> int:
    """Show the exercises, your progress and what to do next."""
    from grader.report.terminal import show_overview  # noqa: PLC0415 - see grader.cli
    from grader.single import read_progress  # noqa: PLC0415

    course = open_course(lang)
    done = read_progress(course, lambda exercise: latest(course, exercise, ".json"))
    show_overview(course, done, Console())
    return ExitCode.PASSED


@click.command()
@click.argument("exercise")
@click.argument("task", type=int, required=False)
@lang_option
def hint(exercise: str, task: int | None, lang: language.Language | None) -> int:
    """Show the hint for TASK of EXERCISE (without TASK: the first unfinished one)."""
    from grader.report.terminal import show_hint  # noqa: PLC0415 - see grader.cli
    from grader.single import first_unfinished, read_json  # noqa: PLC0415

    course = open_course(lang)
    found = course.exercise(exercise)
    if task is None:
        task = first_unfinished(read_json(latest(course, found, ".json")), found)
    show_hint(found, found.task(task), Console())
    return ExitCode.PASSED


@click.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--seeds", type=click.IntRange(1), default=5, show_default=True, help="Seeds the solution is graded under.")  # noqa: E501 # fmt: skip
@click.option("--mutants", is_flag=True, help="Also run the suite on mutants of the solution.")
@jobs_option
@isolation_option
@lang_option
def verify(
    names: tuple[str, ...],
    seeds: int,
    mutants: bool,  # noqa: FBT001 - click passes each option by name
    jobs: int,
    isolation: str,
    lang: language.Language | None,
) -> int:
    """Prove that suites are right: stub, solution and every mistake (default: all exercises)."""
    course = open_course(lang)
    exercises = course.chosen(names)
    refuse_kit(exercises)
    from grader.pool import local_pool  # noqa: PLC0415
    from grader.proof.trials import Trials  # noqa: PLC0415 - see grader.cli
    from grader.proof.verify import verify_all  # noqa: PLC0415
    from grader.report.proof import show_proof  # noqa: PLC0415
    from grader.slots import Slot  # noqa: PLC0415

    slot = Slot(isolation=isolation, hidden=(course.root,))
    with local_pool(jobs) as pool:
        lines = verify_all(exercises, Trials(pool, slot), seeds, with_mutants=mutants)
        proven = show_proof(lines, Console())
    return ExitCode.PASSED if proven else ExitCode.NOT_ALL_PASSED


@click.command()
@lang_option
def doctor(lang: language.Language | None) -> int:
    """Show what works on this machine, and how to fix what does not."""
    from grader.doctor import examine  # noqa: PLC0415 - see grader.cli
    from grader.report.terminal import show_doctor  # noqa: PLC0415

    language.use(lang or language.current())
    findings = list(examine(Path.cwd()))
    show_doctor(findings, Console())
    works = all(finding.works or finding.optional for finding in findings)
    return ExitCode.PASSED if works else ExitCode.GRADER_FAILED


COMMANDS: dict[str, click.Command] = {
    "hint": hint,
    "batch": batch,
    "report": report,
    "export": export,
    "adjust": adjust,
    "similarity": similarity,
    "ci": ci,
    "ci-comment": ci_comment,
    "verify": verify,
    "init": init,
    "new": new,
    "release": release,
    "import": import_command,
    "doctor": doctor,
}
