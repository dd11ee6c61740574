"""The database of a gradebook: opened, made and upgraded.

SQLite in one file, or any database SQLAlchemy knows by URL.
"""

import re
import secrets
import sqlite3
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from grader.errors import GradebookError
from grader.gradebook.faults import NoGradebookError, OtherSchemaError
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
        raise OtherSchemaError(found, SCHEMA)
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
