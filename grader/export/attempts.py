"""Read an attempt back from the file it was written to."""

from pathlib import Path

import msgspec

from grader.errors import UsageError
from grader.language import gettext as _
from grader.records import Attempt
from grader.report.clean import one_line


def read_attempt(path: Path) -> Attempt:
    """Return the attempt that ``grade EXERCISE --json FILE`` wrote.

    Raises
    ------
    UsageError
        When it cannot be read, or is no such file.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Attempt)
    except OSError as error:
        reason = error.strerror or str(error)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        reason = str(error)
    raise UsageError(
        _("{path} is no attempt: {reason}. `grade EXERCISE --json FILE` writes one.").format(
            path=path, reason=one_line(reason).rstrip(".")
        )
    )
