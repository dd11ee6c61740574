"""Scores as Parquet, for data tools: typed columns, and small."""

import io
from collections.abc import Iterable

from grader.errors import UsageError
from grader.export.rows import COLUMNS, rows
from grader.language import gettext as _
from grader.scoring import Scored


def write_parquet(scores: Iterable[Scored]) -> bytes:
    """Return one row for each score.

    Raises
    ------
    UsageError
        When pyarrow, which is an extra, is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, which most courses do without
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        raise UsageError(
            _("Parquet needs pyarrow. Install it: pip install 'deepgrade[parquet]'.")
        ) from None
    types = {str: pa.string(), float: pa.float64(), int: pa.int64(), bool: pa.bool_()}
    schema = pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()])
    file = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(list(rows(scores)), schema=schema), file)
    return file.getvalue()
