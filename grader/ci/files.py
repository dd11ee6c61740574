"""What a run leaves behind for artifacts: pages, attempts, and the formats of CI services."""

from collections.abc import Callable, Iterable
from pathlib import Path

from grader.ci.places import Places
from grader.ci.result import RESULT, RunResult, result_file
from grader.ci.summary import render_summary
from grader.errors import UsageError
from grader.export.codequality import write_code_quality
from grader.export.encode import as_json
from grader.export.junit import write_junit
from grader.export.place import Place
from grader.language import gettext as _
from grader.records import Attempt, CheckResult
from grader.report.html import render_attempt
from grader.report.whole import write_whole

SUMMARY, JUNIT, CODE_QUALITY = "summary.md", "junit.xml", "code-quality.json"


def remove_files(folder: Path, names: Iterable[str]) -> None:
    """Remove what an earlier run left for exercises of these names: it was another's, perhaps.

    Raises
    ------
    UsageError
        When something cannot be removed.
    """
    pages = [f"{name}.{kind}" for name in names for kind in ("json", "html")]
    for path in (folder / name for name in (RESULT, SUMMARY, JUNIT, CODE_QUALITY, *pages)):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise UsageError(
                _("{path} cannot be removed: {reason}. Name another place with --output.").format(
                    path=path, reason=error.strerror
                )
            ) from None


def write_files(folder: Path, result: RunResult) -> None:
    """Write everything into a folder.

    Raises
    ------
    UsageError
        When something cannot be written.
    """
    place = _place(result)
    made = {
        RESULT: as_json(result_file(result)),
        SUMMARY: render_summary(result).encode(),
        JUNIT: write_junit(result.attempts, place=place),
        CODE_QUALITY: write_code_quality(result.attempts, place=place),
    }
    for each in result.judged:
        if each.attempt is not None:
            made[f"{each.exercise.name}.json"] = as_json(each.attempt)
            made[f"{each.exercise.name}.html"] = render_attempt(
                each.attempt, each.exercise
            ).encode()
    for name, content in made.items():
        write_whole(folder / name, content, "--output")


def _place(result: RunResult) -> Callable[[Attempt, CheckResult], Place]:
    places = {each.exercise.name: Places(each) for each in result.judged}
    return lambda attempt, check: places[attempt.exercise].of(check)
