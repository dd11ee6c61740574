"""Canvas and Moodle: the sheet a teacher downloaded comes back with scores, and nothing else."""

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.exercise import Exercise
from grader.export.canvas import fill_canvas
from grader.export.moodle import fill_moodle, write_moodle
from grader.export.rows import storable
from grader.export.sheet import Filled, by_student, number_in, owners, read_sheet, write_rows
from grader.intake.roster import Roster, read_roster
from grader.scoring import Final, Scored
from tests import attempts
from tests.exports import any_text, assert_golden

CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Exercise 3: Gradients (123),Perceptron (124),Essay (125),Assignments Current Score
    Points Possible,,,,,20.00,4.00,100.00,(read only)
"Kim, Min-su",1001,2024001,minsu,DL101,,,77,77
"Lee, Ada",1002,2024002,ada,DL101,3.00,,88,88
"=cmd(), Eve",1003,2024003,eve,DL101,,,,
"Park, Ji",1004,2024004,ji,DL101,,,,
"Student, Test",1999,,test,DL101,,,,
"""  # noqa: E501 - as Canvas writes it
MOODLE = """\
Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),Last modified (grade),Feedback comments
Participant 501,Kim Minsu,minsu@example.test,Submitted for grading,,20.00,Yes,"Monday, 1 June 2026",-,
Participant 502,Lee Ada,ada@example.test,Submitted for grading,3.00,20.00,Yes,"Monday, 1 June 2026","Tuesday, 2 June 2026",=good
Participant 503,Choi Jin,jin@example.test,No submission,,20.00,Yes,-,-,
"""  # noqa: E501 - as Moodle writes it
ROSTER = "student,number\nkim,2024001\nada,2024002\neve,2024003\nji,2024004\ngone,2024009\n"


def final(
    score: float, exercise: str = "exercise3", most: float = 20, *, is_excused: bool = False
) -> Final:
    return Final(exercise=exercise, score=score, max_score=most, is_excused=is_excused)


SCORES = [
    Scored("kim", final(18.333333), 1),
    Scored("ada", final(12.5), 2),
    Scored("ada", final(4, "exercise4", 4), 3),
    Scored("eve", final(0, is_excused=True), None),
]


@pytest.fixture(scope="module")
def exercises(tmp_path_factory: pytest.TempPathFactory) -> tuple[Exercise, ...]:
    return attempts.write_course(tmp_path_factory.mktemp("course")).exercises


def canvas(
    tmp_path: Path,
    exercises: tuple[Exercise, ...],
    text: str = CANVAS,
    scores: list[Scored] = SCORES,
    **options: object,
) -> tuple[bytes, Filled]:
    (tmp_path / "sheet.csv").write_text(text, encoding="utf-8-sig")
    (tmp_path / "class.csv").write_text(ROSTER, encoding="utf-8")
    return fill_canvas(
        read_sheet(tmp_path / "sheet.csv"),
        exercises,
        by_student(scores),
        read_roster(tmp_path / "class.csv"),
        **options,  # type: ignore[arg-type]
    )


def table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def test_canvas_gets_the_filled_columns_as_reviewed(
    tmp_path: Path, exercises: tuple[Exercise, ...]
) -> None:
    data, filled = canvas(tmp_path, exercises)
    assert_golden("canvas/filled.csv", data)
    header, most, kim, ada, eve = table(data)
    assert header[-2:] == ["Exercise 3: Gradients (123)", "Perceptron (124)"]
    assert most[-2:] == ["20.00", "4.00"]
    assert (kim[-2:], ada[-2:], eve[-2:]) == (["18.33", ""], ["12.5", "4"], ["EX", ""])
    assert sorted(filled.students.values()) == ["ada", "eve", "kim"]
    assert filled.problems == ()


def test_no_assignment_is_ever_made_in_canvas(
    tmp_path: Path, exercises: tuple[Exercise, ...]
) -> None:
    """Only columns that have an assignment's number are written."""
    titles = {"Student", "ID", "SIS User ID", "SIS Login ID", "Section"}
    header = table(canvas(tmp_path, exercises)[0])[0]
    assert [name for name in header if name not in titles and not name.endswith(")")] == []
    unnumbered = CANVAS.replace("Gradients (123)", "Gradients").replace(" (124)", "")
    with pytest.raises(UsageError, match=r"no assignment named like .* It has: Essay \(125\)"):
        canvas(tmp_path, exercises, unnumbered)


@pytest.mark.parametrize("column", ["125", "Essay", "Essay (125)"])
def test_a_column_of_any_name_can_be_named(
    column: str, tmp_path: Path, exercises: tuple[Exercise, ...]
) -> None:
    with pytest.raises(UsageError, match=r"Essay \(125\) has 100 points there, exercise3 has 20"):
        canvas(tmp_path, exercises[:1], column=column)
    header, _most, kim, *_rest = table(
        canvas(tmp_path, exercises[:1], column=column, scale=True)[0]
    )
    assert (header[-1], kim[-1]) == ("Essay (125)", "91.67")


def test_a_title_that_is_there_twice_is_not_guessed_at(
    tmp_path: Path, exercises: tuple[Exercise, ...]
) -> None:
    twice = CANVAS.replace("Essay (125)", "exercise3 (125)")
    with pytest.raises(UsageError, match="several columns for exercise3"):
        canvas(tmp_path, exercises, twice)


def test_a_name_that_is_a_formula_reaches_no_spreadsheet(
    tmp_path: Path, exercises: tuple[Exercise, ...]
) -> None:
    cells = [cell for row in table(canvas(tmp_path, exercises)[0]) for cell in row]
    assert "'=cmd(), Eve" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_who_is_not_in_the_sheet_is_said(tmp_path: Path, exercises: tuple[Exercise, ...]) -> None:
    _data, filled = canvas(tmp_path, exercises, scores=[*SCORES, Scored("gone", final(5), 4)])
    assert filled.problems == ("gone: no score written, as no row of the sheet is theirs alone.",)


def test_two_rows_of_one_student_are_both_left_out(
    tmp_path: Path, exercises: tuple[Exercise, ...]
) -> None:
    copied = CANVAS.replace("1004,2024004,ji", "1004,2024001,other")
    data, filled = canvas(tmp_path, exercises, copied)
    assert sorted(filled.students.values()) == ["ada", "eve"]
    assert filled.problems[0] == "Rows 3, 6 could all be kim: left out."
    assert "minsu" not in data.decode()


def test_a_row_of_two_students_is_left_out(tmp_path: Path, exercises: tuple[Exercise, ...]) -> None:
    _data, filled = canvas(tmp_path, exercises, CANVAS.replace("2024001,minsu", "2024001,ada"))
    assert filled.problems[0] == "Row 3 could be ada, kim: left out."


@pytest.mark.parametrize("name", ["Points Possible", "  points possible!"])
def test_a_student_called_like_canvas_s_own_row_changes_no_points(
    name: str, tmp_path: Path, exercises: tuple[Exercise, ...]
) -> None:
    data, filled = canvas(tmp_path, exercises, CANVAS.replace('"Kim, Min-su"', name))
    assert [row for row in table(data) if "oints " in row[0]] == [table(data)[1]]
    assert filled.problems == ("kim: no score written, as no row of the sheet is theirs alone.",)


def test_no_grade_is_taken_away_by_an_empty_cell(
    tmp_path: Path, exercises: tuple[Exercise, ...]
) -> None:
    """Canvas removes a grade whose cell is empty; what was not filled keeps what was there."""
    graded = CANVAS.replace(",DL101,,,77", ",DL101,,3.50,77")
    kim = table(canvas(tmp_path, exercises, graded)[0])[2]
    assert kim[-2:] == ["18.33", "3.50"]


def test_names_in_two_columns_are_read_as_well(
    tmp_path: Path, exercises: tuple[Exercise, ...]
) -> None:
    text = "LastName,FirstName,ID,SIS User ID,Section,Gradients (1)\nKim,Min,1,,A,\nji,,2,,A,\n"
    scores = [Scored("kim", final(3), 1), Scored("ji", final(4), 2)]
    data, filled = canvas(tmp_path, exercises, text, scores)
    assert filled.problems == ("kim: no score written, as no row of the sheet is theirs alone.",)
    assert table(data)[1:] == [["ji", "", "2", "", "A", "4"]]


def test_semicolons_stay_semicolons(tmp_path: Path, exercises: tuple[Exercise, ...]) -> None:
    text = "Student;ID;Section;Gradients (1)\n    Points Possible;;;20,00\nKim;2024001;A;\n"
    data, _filled = canvas(tmp_path, exercises, text)
    assert data.decode().splitlines()[-1] == "Kim;2024001;A;18.33"


@pytest.mark.parametrize("text", ["", "\n", "a,b\n1,2\n", "Student,Grade\nkim,1\n", '"Student,ID'])
def test_another_file_is_refused(
    text: str, tmp_path: Path, exercises: tuple[Exercise, ...]
) -> None:
    with pytest.raises(UsageError, match=r"sheet\.csv"):
        canvas(tmp_path, exercises, text)


def test_who_was_graded_from_a_canvas_download_is_found_without_a_roster(
    tmp_path: Path, exercises: tuple[Exercise, ...]
) -> None:
    (tmp_path / "sheet.csv").write_text(CANVAS, encoding="utf-8")
    scores = [Scored("kimminsu", final(1), 1), Scored("leeada 1002", final(2), 2)]
    roster = Roster(dict.fromkeys([student for student, _final, _attempt in scores], ()))
    sheet = read_sheet(tmp_path / "sheet.csv")
    _data, filled = fill_canvas(sheet, exercises, by_student(scores), roster)
    assert filled == Filled({2: "kimminsu", 3: "leeada 1002"}, ())


def moodle(
    tmp_path: Path, text: str = MOODLE, encoding: str = "utf-8", **options: object
) -> tuple[list[list[str]], Filled]:
    (tmp_path / "sheet.csv").write_text(text, encoding=encoding, newline="")
    scores = [Scored("Kim Minsu", final(18.333333), 1), Scored("Lee Ada 502", final(12.5), 2)]
    roster = Roster(dict.fromkeys([student for student, _final, _attempt in scores], ()))
    data, filled = fill_moodle(
        read_sheet(tmp_path / "sheet.csv"),
        "exercise3",
        by_student(scores),
        roster,
        **options,  # type: ignore[arg-type]
    )
    return table(data), filled


def test_a_moodle_worksheet_comes_back_with_grades_alone_as_reviewed(tmp_path: Path) -> None:
    rows, filled = moodle(tmp_path)
    assert_golden("moodle/worksheet.csv", write_rows(rows, ","))
    wanted = table(MOODLE.encode())
    for row, grade in ((1, "18.33"), (2, "12.5")):
        wanted[row][4] = grade
    assert rows == wanted
    assert filled == Filled({1: "Kim Minsu", 2: "Lee Ada 502"}, ())


def test_a_worksheet_in_korean_is_known(tmp_path: Path) -> None:
    korean = MOODLE.replace("Identifier", "식별자").replace("Participant", "참가자")
    for encoding in ("utf-8", "cp949"):  # Excel in Korea writes the second
        rows, filled = moodle(tmp_path, korean.replace(",Grade,", ",성적,"), encoding)
        assert (rows[0][0], rows[1][4]) == ("식별자", "18.33")
        assert filled.problems == ()


def test_a_worksheet_s_column_can_be_named(tmp_path: Path) -> None:
    foreign = MOODLE.replace(",Grade,", ",Bewertung,")
    with pytest.raises(UsageError, match="has no column Grade"):
        moodle(tmp_path, foreign)
    assert moodle(tmp_path, foreign, column="bewertung")[0][1][4] == "18.33"


def test_a_worksheet_that_a_spreadsheet_saved_goes_back_with_commas(tmp_path: Path) -> None:
    saved = write_rows(table(MOODLE.encode()), ";").decode()
    assert moodle(tmp_path, saved)[0] == moodle(tmp_path)[0]


@pytest.mark.parametrize(
    ("cell", "number"),
    [("20.00", 20), ("20,5", 20.5), ("1,000.00", 1000), ("1.000,50", 1000.5), ("(read only)", None),
     ("", None), ("-", None), ("inf", None), ("1e400", None)],
)  # fmt: skip
def test_points_are_read_as_canvas_reads_them(cell: str, number: float | None) -> None:
    assert number_in(cell) == number


def test_other_points_in_moodle_are_refused_or_converted(tmp_path: Path) -> None:
    hundred = MOODLE.replace("20.00", "100.00")
    with pytest.raises(UsageError, match="has 100 points there, exercise3 has 20 here"):
        moodle(tmp_path, hundred)
    assert moodle(tmp_path, hundred, scale=True)[0][1][4] == "91.67"


def test_nobody_s_points_are_scaled_to_nothing(tmp_path: Path) -> None:
    for most in ("0.00", "nan", "inf"):
        text = MOODLE.replace("20.00", most)
        if most == "0.00":
            with pytest.raises(UsageError, match="has 0 points there"):
                moodle(tmp_path, text, scale=True)
        else:
            assert moodle(tmp_path, text, scale=True)[0][1][4] == "18.33"


@settings(max_examples=60)
@given(st.lists(st.tuples(any_text, any_text), max_size=4))
def test_any_cells_of_a_worksheet_come_back(cells: list[tuple[str, str]]) -> None:
    header, _kim, ada, _choi = table(MOODLE.encode())
    given = [
        [f"Participant {600 + n}", storable(name), *ada[2:9], storable(comment)]
        for n, (name, comment) in enumerate(cells)
    ]
    with TemporaryDirectory() as folder:
        text = write_rows([header, ada, *given], ",").decode()
        rows, filled = moodle(Path(folder), text)
    assert [row[4] for row in rows[1:]] == ["12.5", *["3.00"] * len(cells)]
    assert [row[9] for row in rows[2:]] == [row[9] for row in given]
    assert [row[1].removeprefix("'") for row in rows[2:]] == [
        row[1].removeprefix("'") for row in given
    ]
    assert filled.students == {1: "Lee Ada 502"}


def test_a_table_for_moodle_s_import_has_a_row_for_each_student() -> None:
    assert table(write_moodle(by_student(SCORES), ["exercise3", "exercise4"])) == [
        ["student", "exercise3", "exercise4"],
        ["kim", "18.333333", ""],
        ["ada", "12.5", "4"],
        ["eve", "", ""],
    ]


@settings(max_examples=60)
@given(st.lists(st.tuples(any_text, any_text), min_size=1, max_size=3))
def test_any_name_comes_back_as_a_row_of_moodle(names: list[tuple[str, str]]) -> None:
    scores = [Scored(name.replace("\ud800", "?"), final(1), None) for name, _other in names]
    scores = [each for each in scores if each.student.isprintable()]
    found = table(write_moodle(by_student(scores), ["exercise3"]))
    assert {row[0].removeprefix("'") for row in found[1:]} == {
        each.student.removeprefix("'") for each in scores
    }


@given(st.dictionaries(st.integers(1, 5), st.tuples(st.lists(any_text), st.lists(any_text))))
def test_no_student_owns_two_rows_whatever_cells_hold(
    names: dict[int, tuple[list[str], list[str]]],
) -> None:
    found, _problems = owners(names, Roster({"kim": ("1",), "=1+1": ("'",)}))
    assert len(set(found.values())) == len(found)
