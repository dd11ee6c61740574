"""``grade export gradescope-bundle`` and ``classroom50-runner``: a platform grades by itself."""

from pathlib import Path

import click

from grader import language
from grader.cli.options import lang_option, open_course, unsafe_option
from grader.cli.output import output_option, write_output
from grader.errors import ExitCode

# The word of `grade export` for each platform, and what it writes.
_BUNDLES = {
    "gradescope-bundle": ("gradescope", "The zip that Gradescope grades an EXERCISE with."),
    "classroom50-runner": (
        "classroom50",
        "The zip with the autograder.py that Classroom 50 grades an EXERCISE with.",
    ),
}


def _bundle(word: str) -> click.Command:
    platform, said = _BUNDLES[word]

    @click.command(word, help=said)
    @click.argument("exercise")
    @unsafe_option("Let it grade even where there is no sandbox: the code can read the suite and change the result there.")  # noqa: E501 # fmt: skip
    @output_option
    @lang_option
    def command(
        *, exercise: str, isolation: str, output: Path | None, lang: language.Language | None
    ) -> int:
        from grader.bundle import bundle  # noqa: PLC0415 - see grader.cli

        course = open_course(lang)
        write_output(bundle(platform, course, course.exercise(exercise), isolation), output)
        return ExitCode.PASSED

    return command


BUNDLES = [_bundle(word) for word in _BUNDLES]
