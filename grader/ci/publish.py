"""Tell what was found to whoever runs this: the service's log, page and outputs, or a terminal."""

from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from grader.ci.annotations import Annotation, annotations_of, commands
from grader.ci.result import RunResult
from grader.ci.summary import render_summary
from grader.ci.workflow import plain, write_outputs, write_summary
from grader.language import gettext as _
from grader.report.progress import out_of, points


def publish(
    result: RunResult, provider: str, environment: Mapping[str, str], stream: TextIO
) -> None:
    """Write annotations and the score to `stream`, and the files that the service reads."""
    annotations = [each for judged in result.judged for each in annotations_of(judged)]
    if provider == "github":
        stream.writelines(commands(annotations))
        if path := environment.get("GITHUB_STEP_SUMMARY"):
            write_summary(Path(path), render_summary(result))
        if path := environment.get("GITHUB_OUTPUT"):
            write_outputs(Path(path), outputs(result))
    else:
        stream.writelines(plain(_line(each)) + "\n" for each in annotations)
    stream.writelines(plain(line) + "\n" for line in _scores(result))


def outputs(result: RunResult) -> dict[str, str]:
    """Return what later steps may ask for."""
    return {
        "score": f"{result.score:.10g}",
        "max_score": f"{result.max_score:.10g}",
        "passed": "true" if result.passed else "false",
    }


def _line(each: Annotation) -> str:
    said = each.message.partition("\n")[0]
    return f"{each.path}:{each.line}: {each.level}: {each.title} | {said}"


def _scores(result: RunResult) -> list[str]:
    if not result.judged:
        return [_("This pull request changes no file that is handed in for an exercise.")]
    before = _("unchanged since it was graded")
    lines = [
        f"{each.exercise.name}: {points(each.score)} / {points(each.max_score)}"
        + ("" if each.is_new else f" ({before})")
        for each in result.judged
    ]
    return [*lines, out_of(result.score, result.max_score)]
