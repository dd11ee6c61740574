"""The names Canvas and Moodle give are read as they are made, and never in a second way."""

import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from grader.errors import SubmissionError
from grader.intake.labels import Label, label, own_name
from tests.fuzz import fuzz

NUMBERS = st.integers(1, 10**17).map(str)
PEOPLE = st.text(st.characters(categories=("L", "Nd", "Zs", "Po", "Pd", "Pc")), max_size=40)
FILES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)


def canvas(person: str, user: str, attachment: str, file: str, *, late: bool) -> str:
    """Build a name as Canvas does: lib/content_zipper.rb, get_filename and what it calls."""
    name = re.sub(r"^(\d+)$", r"\1", re.sub(r"_(\d+)_", r"\1", person)).lower()
    front = "_".join([name, *(["LATE"] if late else []), user])
    front = re.sub(r"[^\w]", "", front)
    return f"{front}_{attachment}_" + re.sub(r'[\0/\\:*?"<>|]+', "_", file)


def moodle(person: str, participant: str, file: str, *, folder: bool, kind: str = "file") -> str:
    """Build a name as Moodle does: mod/assign/locallib.php, download_submissions."""

    def clean(name: str) -> str:  # PARAM_FILE
        name = re.sub(r"[\x00-\x1f\x7f&<>\"`|':\\/]", "", name)
        return "" if (name := re.sub(r"\.\.+", "", name)) == "." else name

    prefix = clean(person.replace("_", " ") + "_" + participant)
    if folder:
        return clean(f"{prefix}_assignsubmission_{kind}_")
    return clean(f"{prefix}_assignsubmission_{kind}_{file}")


def read(name: str, *, is_folder: bool = False) -> Label:
    found = label(name, is_folder=is_folder)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "who", "number", "file"),
    [
        ("kimminsu_12345_678901_gradients.py", "kimminsu", "12345", "gradients.py"),
        ("kimminsu_LATE_12345_678901_gradients-2.py", "kimminsu", "12345", "gradients-2.py"),
        ("de_la_cruz_12345_678901_my_own_work.zip", "de_la_cruz", "12345", "my_own_work.zip"),
        ("김민수_12345_678901_과제 3.ipynb", "김민수", "12345", "과제 3.ipynb"),
        ("20231234_12345_678901_gradients.py", "20231234", "12345", "gradients.py"),
        ("anon_xY3fK_678901_gradients.py", "anon_xY3fK", "", "gradients.py"),
        ("LATE_anon_xY3fK_678901_gradients.py", "anon_xY3fK", "", "gradients.py"),
    ],
)
def test_a_file_of_canvas_says_whose_it_is(name: str, who: str, number: str, file: str) -> None:
    found = read(name)
    assert (found.name, found.number, found.file, found.is_file) == (who, number, file, True)


@pytest.mark.parametrize(
    "name",
    ["kimminsu_12345_text.html", "kimminsu_LATE_12345_link.html", "anon_xY3fK_text.html"],
)
def test_what_was_written_on_a_page_of_canvas_is_no_file(name: str) -> None:
    assert not read(name).is_file


@pytest.mark.parametrize(
    ("name", "is_folder", "who", "number", "file"),
    [
        ("Kim Minsu_98765_assignsubmission_file_", True, "Kim Minsu", "98765", ""),
        ("Kim Minsu_98765_assignsubmission_file", True, "Kim Minsu", "98765", ""),
        ("김 민수_98765_assignsubmission_file_과제.py", False, "김 민수", "98765", "과제.py"),
        ("A B_1_assignsubmission_file___init__.py", False, "A B", "1", "__init__.py"),
        ("Participant_7_assignsubmission_file_", True, "Participant", "7", ""),
        ("Default group_assignsubmission_file_", True, "Default group", "", ""),
    ],
)
def test_a_name_of_moodle_says_whose_it_is(
    *, name: str, is_folder: bool, who: str, number: str, file: str
) -> None:
    found = read(name, is_folder=is_folder)
    assert (found.name, found.number, found.file, found.is_file) == (who, number, file, True)


def test_what_was_written_on_a_page_of_moodle_is_no_file() -> None:
    assert not read("Kim Minsu_9_assignsubmission_onlinetext_", is_folder=True).is_file
    assert not read("Kim Minsu_9_assignsubmission_onlinetext_onlinetext.html").is_file


@pytest.mark.parametrize(
    "name", ["kim", "kim.zip", "kim_3.zip", "kim_12_gradients.py", "_1_2_x.py"]
)
def test_other_names_say_nothing(name: str) -> None:
    assert label(name, is_folder=False) is None
    assert label(name, is_folder=True) is None


@pytest.mark.parametrize(
    "name",
    [
        "kim_777_12345_678901_gradients.py",  # kim, or the group kim_777?
        "kim_12345_678901_777_888_gradients.py",  # a file named to look like another student's
        "kim_777_12345_text.html",
    ],
)
def test_a_name_that_can_be_read_in_two_ways_is_refused(name: str) -> None:
    with pytest.raises(SubmissionError, match="can be read in two ways"):
        label(name, is_folder=False)


@pytest.mark.parametrize(
    ("file", "own"),
    [
        ("gradients-2.py", "gradients.py"),
        ("gradients-12.ipynb", "gradients.ipynb"),
        ("gradients-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f.py", "gradients.py"),
        ("work-1.tar.gz", "work.tar.gz"),
        ("gradients-2-3.py", "gradients-2-3.py"),
        ("data-1.npz", "data-1.npz"),
        ("other-1.py", "other-1.py"),
    ],
)
def test_the_number_of_a_second_file_is_no_part_of_its_name(file: str, own: str) -> None:
    assert own_name(file, {"gradients.py", "gradients.ipynb", "data-1.npz"}) == own


@fuzz
@given(person=PEOPLE, user=NUMBERS, attachment=NUMBERS, file=FILES, late=st.booleans())
def test_what_canvas_wrote_is_read(
    *, person: str, user: str, attachment: str, file: str, late: bool
) -> None:
    built = canvas(person, user, attachment, file, late=late)
    name = re.sub(rf"(_LATE)?_{user}_{attachment}_.*", "", built, count=1, flags=re.DOTALL)
    assume(name and name != "anon" and not re.search(r"_\d+$", name))
    end = re.sub(r'[\0/\\:*?"<>|]+', "_", file)
    assume(not re.match(r"[0-9]+_|(text|link)\.html$", end))
    found = read(built)
    expected = (unicodedata.normalize("NFC", name), user, unicodedata.normalize("NFC", end))
    assert (found.name, found.number, found.file) == expected


@fuzz
@given(file=FILES, late=st.booleans())
def test_no_file_name_changes_whose_it_is(*, file: str, late: bool) -> None:
    built = canvas("Kim, Minsu", "12345", "678901", file, late=late)
    try:
        found = read(built)
    except SubmissionError:
        assert re.match(r"kimminsu(_LATE)?_12345_678901_(\d+_|(text|link)\.html$)", built)
    else:
        assert (found.name, found.number) == ("kimminsu", "12345")


@fuzz
@given(person=PEOPLE, number=NUMBERS, file=FILES, folder=st.booleans())
def test_what_moodle_wrote_is_read(*, person: str, number: str, file: str, folder: bool) -> None:
    built = moodle(person, number, file, folder=folder)
    found = label(built, is_folder=folder)
    if not built.split("_")[0] or (not folder and built.endswith("_file_")):
        assert found is None
        return
    assert found is not None
    assert (found.number, found.is_file) == (number, True)
    assert "_" not in found.name


@fuzz
@given(name=st.text(max_size=80), is_folder=st.booleans())
def test_any_name_is_read_or_refused(*, name: str, is_folder: bool) -> None:
    try:
        found = label(name, is_folder=is_folder)
    except SubmissionError:
        return
    assert found is None or found.name
