"""The ``grade`` command: parse and delegate.

Commands import what they need when they run: a student waits for ``grade EXERCISE``, and the
sandbox warms up while the rest is imported.
"""

import gc
import io
import os
import signal
import sys
from contextlib import suppress
from typing import Any, NoReturn

import click

from grader import language
from grader.cli.commands import COMMANDS, overview
from grader.cli.exercise import exercise_command
from grader.errors import ExitCode, GraderError
from grader.language import gettext as _
from grader.machine import refusal
from grader.worker.sandbox import ONE_THREAD

DEBUG = "DEEPGRADE_DEBUG"


class GradeGroup(click.Group):
    """A group in which every word that is no command is the name of an exercise."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take ``grade NAME`` for the command that grades the exercise NAME."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            return args[0], exercise_command, args[1:]
        return super().resolve_command(ctx, args)


@click.group(
    cls=GradeGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="grade EXERCISE grades one exercise, by its name, its number or its short name.",
)
@click.option("--lang", type=click.Choice(language.LANGUAGES), help="Language of messages.")
@click.version_option(package_name="deepgrade", prog_name="grade")
@click.pass_context
def grade(ctx: click.Context, lang: language.Language | None) -> None:
    """Grade exercises in a sandbox, and name the mistake."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(overview, lang=lang)
    elif lang is not None:
        ctx.default_map = {ctx.invoked_subcommand: {"lang": lang}}


for _name, _command in COMMANDS.items():
    grade.add_command(_command, _name)


def main() -> NoReturn:
    """Run the command line; every ending has its exit code."""
    for variable, value in ONE_THREAD.items():
        os.environ.setdefault(variable, value)
    # The folder we are in may be the class's: no process started here imports what lies there.
    os.environ["PYTHONSAFEPATH"] = "1"
    streams = [
        stream for stream in (sys.stdout, sys.stderr) if isinstance(stream, io.TextIOWrapper)
    ]
    for stream in streams:
        stream.reconfigure(errors="replace")  # a console that lacks ✓ shows ? in its place
    for name in ("SIGTERM", "SIGHUP"):  # end as with Ctrl-C: nothing is left behind
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    language.use(language.from_locale())
    code = _run()
    for stream in streams:
        with suppress(OSError):  # say, `grade | head`
            stream.flush()
    if code == ExitCode.GRADER_FAILED:
        gc.collect()  # a pool that came up halfway: what it holds would be complained of
    if pool := sys.modules.get("grader.pool"):
        pool.tidy_up()
    # All is written. Python would take a tenth of your waiting time to take itself apart.
    os._exit(code)


def _run() -> int:
    try:
        code: Any = grade.main(standalone_mode=False)
    except GraderError as error:
        return _say(str(error), error.exit_code)
    except click.UsageError as error:
        error.show()
        return ExitCode.USAGE
    except (KeyboardInterrupt, click.Abort):
        return _say(_("Stopped. Nothing was recorded."), ExitCode.STOPPED)
    except SystemExit:  # so click says that nobody reads what is printed, as in `grade | head`
        return ExitCode.UNREAD
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        return _say(_fault(error), ExitCode.GRADER_FAILED)
    return code if isinstance(code, int) else ExitCode.PASSED


def _fault(error: Exception) -> str:
    """Say what went wrong through no fault of whoever gave the command."""
    if isinstance(error, ModuleNotFoundError):
        return _(
            "The Python package {name} is not installed here. `grade doctor` says how to get it."
        ).format(name=error.name)
    return refusal(error) or _(
        "The grader itself failed ({kind}: {error}). That is not your fault and no score was "
        "changed. Set {variable}=1 and run the command again to see where, and please report it."
    ).format(kind=type(error).__name__, error=error, variable=DEBUG)


def _say(message: str, code: int) -> int:
    with suppress(OSError):  # nobody reads that either
        click.echo(_("grade: {message}").format(message=message), err=True)
    return code
