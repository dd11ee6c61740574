"""The scores of a class as CSV, JSON and Parquet: the same table, read back by other programs."""

import csv
import io
import json
import re
import sys

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from grader.errors import UsageError
from grader.export.csv import safe, write_csv
from grader.export.json import write_json
from grader.export.parquet import write_parquet
from grader.export.rows import COLUMNS, rows
from grader.scoring import Final, Scored
from tests.exports import GOLDEN, any_text, assert_golden

SCORES = [
    Scored("ada", Final(exercise="exercise3", score=18.5, max_score=20, counted=0, earned=18.5), 1),
    Scored(
        "=HYPERLINK(1)",
        Final(
            exercise="exercise3",
            score=12,
            max_score=20,
            earned=10,
            days_late=2,
            free_days=1,
            taken_percent=10,
            set_to=11,
            added=1,
            comments=("ill", "+2 days"),
        ),
        None,
    ),
    Scored("김민수", Final(exercise="exercise4", score=0, max_score=4, is_excused=True), None),
]
points = st.floats(0, 1e6)
any_scores = st.lists(
    st.builds(
        Scored,
        any_text,
        st.builds(
            Final,
            exercise=any_text,
            score=points,
            max_score=points,
            earned=points,
            days_late=st.integers(0, 400),
            set_to=st.none() | points,
            is_excused=st.booleans(),
            comments=st.tuples(any_text),
        ),
        st.none(),
    ),
    max_size=4,
)


@pytest.mark.parametrize(("write", "golden"), [(write_csv, "csv"), (write_json, "json")])
def test_known_scores_are_written_as_reviewed(write, golden: str) -> None:  # type: ignore[no-untyped-def]
    assert_golden(f"{golden}/scores.{golden}", write(SCORES))


def test_a_spreadsheet_is_given_no_formula() -> None:
    (row,) = [r for r in csv.reader(io.StringIO(write_csv(SCORES).decode())) if "HYPER" in r[0]]
    assert row[0] == "'=HYPERLINK(1)"


@pytest.mark.parametrize(
    "first", ["=", "+", "-", "@", "\t", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
)
def test_no_text_begins_as_a_formula_does(first: str) -> None:
    assert safe(f"{first}1+1") == f"'{first}1+1"


@given(any_scores)
def test_any_text_comes_back_from_csv(scores: list[Scored]) -> None:
    found = list(csv.DictReader(io.StringIO(write_csv(scores).decode(), newline="")))
    assert len(found) == len(scores)
    for row, wanted in zip(found, rows(scores), strict=True):
        assert row["student"].removeprefix("'") == wanted["student"].removeprefix("'")
        assert not row["comment"].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
        assert float(row["score"]) == pytest.approx(wanted["score"])


@given(any_scores)
def test_any_text_comes_back_from_json(scores: list[Scored]) -> None:
    found = json.loads(write_json(scores))
    assert found["schema"] == "deepgrade/scores/1"
    assert found["scores"] == list(rows(scores))


def test_parquet_holds_the_same_table_with_types() -> None:
    table = parquet.read_table(io.BytesIO(write_parquet(SCORES)))
    assert table.column_names == list(COLUMNS)
    assert table.to_pylist() == list(rows(SCORES))
    frame = pd.read_parquet(io.BytesIO(write_parquet(SCORES)))
    assert frame["score"].sum() == 30.5
    assert frame["excused"].tolist() == [False, False, True]


def test_parquet_of_nobody_has_its_columns() -> None:
    assert parquet.read_table(io.BytesIO(write_parquet([]))).column_names == list(COLUMNS)


def test_without_pyarrow_parquet_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"deepgrade\[parquet\]"):
        write_parquet(SCORES)


def test_every_column_is_documented_in_order() -> None:
    page = (GOLDEN.parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[a-z_`, ]+`) \| [^|]+ \|$", page, re.MULTILINE)
    assert re.findall(r"`(\w+)`", " ".join(rows)) == list(COLUMNS)
