"""What goes wrong with the database of a gradebook, in words: what it means, and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
import sqlalchemy as sa

from grader.errors import GradebookError
from grader.language import gettext as _

# What SQLite answers when a file cannot be opened or written.
_CLOSED = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY}


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Turn what a database says into a sentence; its password is not shown.

    Raises
    ------
    GradebookError
        In place of whatever SQLAlchemy raises.
    """
    try:
        yield
    except NoGradebookError:
        raise GradebookError(
            _("The database {url} holds something else. Name another file with --gradebook.")
            .format(url=_shown(url))
        ) from None  # fmt: skip
    except OtherSchemaError as error:
        raise GradebookError(
            _(
                "{url} was written by another version of Deepgrade (schema {found}, this one "
                "knows {known}). Use that version, or another gradebook."
            ).format(url=_shown(url), found=error.found, known=error.known)
        ) from None
    except ModuleNotFoundError as error:
        raise GradebookError(
            _(
                "The gradebook {url} needs the Python package {name}, not installed here. For "
                "PostgreSQL: pip install 'deepgrade[postgres]'."
            ).format(url=_shown(url), name=error.name)
        ) from None
    except sa.exc.SQLAlchemyError as error:
        cause = getattr(error, "orig", None) or error
        said = str(cause).splitlines()[0]
        raise GradebookError(_sentence(cause).format(url=_shown(url), reason=said)) from None
    except (ValueError, msgspec.MsgspecError) as error:  # a value of no form that we ever write
        raise GradebookError(_damaged().format(url=_shown(url), reason=error)) from None


@contextmanager
def readable(url: str) -> Iterator[None]:
    """Turn what cannot be read in the URL of a database into a sentence.

    Raises
    ------
    GradebookError
        In place of the ValueError of whoever read it.
    """
    try:
        yield
    except ValueError as error:
        raise GradebookError(
            _("{url} cannot be read as the URL of a database: {reason}. Mend it, or name a file.")
            .format(url=_shown(url), reason=error)
        ) from None  # fmt: skip


def _sentence(error: BaseException) -> str:
    """Return what to say of an error of the database's: what it means, and what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest says where in SQLite it arose
    undecoded = isinstance(error, sqlite3.OperationalError) and not code  # so Python's module says
    if code == sqlite3.SQLITE_CORRUPT or undecoded:
        return _damaged()
    if code == sqlite3.SQLITE_NOTADB:
        return _(
            "The gradebook {url} cannot be used: {reason}. It is some other file, or damaged at "
            "its start: name another with --gradebook, or copy back a backup."
        )
    if code in _CLOSED:
        return _(
            "The gradebook {url} cannot be written: {reason}. What was recorded is safe. Allow "
            "writing to the file and to its folder, and run the command again."
        )
    return _(
        "The gradebook {url} cannot be used: {reason}. What was recorded is safe; "
        "mend that and run the command again."
    )


def _damaged() -> str:
    return _(
        "The gradebook {url} is damaged: {reason}. Nothing was changed in it. Put it aside and "
        "copy back a backup; without one, `sqlite3 FILE .recover` saves what can be read."
    )


def _shown(url: str) -> str:
    if "://" not in url:
        return url
    try:
        return sa.engine.make_url(url).render_as_string()
    except (sa.exc.ArgumentError, ValueError):
        return url.partition("://")[0] + "://…"


class NoGradebookError(Exception):
    """The file is a database of something else."""


class OtherSchemaError(Exception):
    """The tables are of a version that this one does not know."""

    def __init__(self, found: str, known: int) -> None:
        super().__init__(found, known)
        self.found = found
        self.known = known
