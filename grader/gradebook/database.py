"""The database of a gradebook: opened, made, upgraded, and what goes wrong with it in words.

SQLite in one file, or any database SQLAlchemy knows by URL.
"""

import re
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from grader.errors import GradebookError
from grader.gradebook.tables import adjustments, hand_ins, metadata, settings
from grader.language import gettext as _

SCHEMA = 2
_BUSY_SECONDS = 30
_LOCK = 0x6465657067726164  # "deepgrad": who makes or upgrades the tables, on PostgreSQL
# What SQLAlchemy would take for another, older driver.
_POSTGRES = re.compile(r"^(postgres|postgresql)://")


def _upgrade_1(connection: Connection) -> None:
    """Add when work was handed in, and what instructors decide."""
    metadata.create_all(connection, tables=[hand_ins, adjustments])


# Schema to what makes the next one of it, keeping every row.
_UPGRADES: Mapping[int, Callable[[Connection], None]] = {1: _upgrade_1}


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
            ).format(url=_shown(url), found=error, known=SCHEMA)
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


def open_engine(url: str) -> Engine:
    """Return an engine for `url`, or for the SQLite file of that name.

    Raises
    ------
    GradebookError
        When the folder of a SQLite file does not exist, or a folder stands in its place.
    """
    if "://" in url and not url.startswith("sqlite"):
        return sa.create_engine(_POSTGRES.sub("postgresql+psycopg://", url))
    # In a file's name, a question mark does not begin the options of a URL.
    place = sa.make_url(url) if "://" in url else sa.URL.create("sqlite", database=url)
    engine = sa.create_engine(place, connect_args={"timeout": _BUSY_SECONDS})
    _refuse_folders(place)

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions are ours to begin, see below
        _keep_a_write_ahead_log(connection)
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # Who will write says so at once and waits for others; who only reads waits for nobody.
        reads = connection.get_execution_options().get("reads", False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def _keep_a_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Switch the file over, and wait for others who make it at the same moment.

    SQLite waits for a lock on its own, but not here: it has begun to read when it asks to write,
    and there it answers at once (https://sqlite.org/c3ref/busy_handler.html).
    """
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _refuse_folders(place: sa.URL) -> None:
    """SQLite would only say that it is unable to open the file."""
    if place.database and "uri" not in place.query:
        if Path(place.database).is_dir():
            raise GradebookError(
                _("{path} is a folder. Name a file for the gradebook with --gradebook.").format(
                    path=place.database
                )
            )
        folder = Path(place.database).parent
        if not folder.is_dir():
            raise GradebookError(
                _(
                    "There is no folder {folder} for the gradebook. Make it, or name another file "
                    "with --gradebook."
                ).format(folder=folder)
            )


def prepare_tables(connection: Connection) -> None:
    """Make the tables, or upgrade those that are there; one process at a time.

    Raises
    ------
    OtherSchemaError, NoGradebookError
        When they were made by a newer version, or by something else; nothing is touched then.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    inspected = sa.inspect(connection)
    if not inspected.has_table(settings.name):
        if connection.dialect.name == "sqlite" and inspected.get_table_names():
            raise NoGradebookError
        metadata.create_all(connection)
        _keep(connection, "schema", str(SCHEMA))
    found = str(setting(connection, "schema"))
    if found not in {str(SCHEMA), *map(str, _UPGRADES)}:
        raise OtherSchemaError(found)
    for version in range(int(found), SCHEMA):
        _UPGRADES[version](connection)
        _keep(connection, "schema", str(version + 1))
    if setting(connection, "secret") is None:
        _keep(connection, "secret", secrets.token_hex(32))


def refuse_damaged(connection: Connection) -> None:
    """Read all of a SQLite file: what is damaged somewhere must not be written to.

    Raises
    ------
    ValueError
        When its parts do not fit together.
    """
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if found != "ok":
            raise ValueError(str(found).splitlines()[-1])


def setting(connection: Connection, name: str) -> str | None:
    """Return a setting, or None where it was never kept."""
    return connection.execute(
        sa.select(settings.c.value).where(settings.c.name == name)
    ).scalar_one_or_none()


def _keep(connection: Connection, name: str, value: str) -> None:
    connection.execute(settings.delete().where(settings.c.name == name))
    connection.execute(settings.insert().values(name=name, value=value))
