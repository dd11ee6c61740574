"""Commands to GitHub's runner: only ours are obeyed, and they say what they should."""

import io
import string
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.ci.annotations import MOST, Annotation, Level, commands
from grader.ci.workflow import command, plain, stopped, write_outputs
from grader.errors import SubmissionError
from tests.ci.runner import obeyed, outputs

PIECES = (
    *("::", "##[", "error", "stop-commands", "::error::", "%0A", "%3A", "%", ",", "=", ":", "]"),
    *("\n", "\r", "\r\n", " ", "\t", "\u2028", "\x85", "\u00a0", "\u3000", "x", "한"),
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_is_data_of_one_command(message: str, title: str, file: str) -> None:
    written = command("error", message, file=file, line="3", title=title)
    assert written.count("\n") == 1
    [read] = obeyed(written)
    assert read.name == "error"
    assert set(read.properties) <= {"file", "line", "title"}
    assert read.properties["line"] == "3"


@given(TEXTS)
@example("all is well ##[set-env name=PATH]evil")
@example(" \u3000::error::evil")
def test_a_plain_line_is_no_command(text: str) -> None:
    line = plain(text)
    assert not obeyed(line + "\n")
    assert len(line.splitlines()) <= 1


@given(st.text(string.ascii_letters + string.punctuation + " \n", max_size=50).map(str.strip))
def test_what_can_be_read_arrives_as_it_is(text: str) -> None:
    [read] = obeyed(command("notice", text, title="x"))
    assert read.data.replace("# #[", "##[") == text.replace("# #[", "##[")


def test_a_long_message_is_cut() -> None:
    [read] = obeyed(command("error", "x" * 100_000, title="y" * 1_000))
    assert len(read.data) == 4_000
    assert len(read.properties["title"]) == 200


def test_nothing_is_obeyed_while_commands_are_stopped() -> None:
    log = io.StringIO()
    with stopped(log):
        log.write("::error::evil\n##[error]evil\n::stop-commands::evil\n::evil::\n")
    log.write(command("notice", "ours"))
    assert [each.data for each in obeyed(log.getvalue())] == ["ours"]


def test_after_a_failure_they_stay_stopped_but_for_its_reason() -> None:
    log = io.StringIO()
    with pytest.raises(SubmissionError), stopped(log):
        raise SubmissionError("no\n::warning::such file")
    log.write("::error::evil\n")
    [reason] = obeyed(log.getvalue())
    assert (reason.name, reason.data) == ("error", "no\n::warning::such file")


def test_stopping_has_another_token_each_time() -> None:
    logs = [io.StringIO() for _ in range(2)]
    for log in logs:
        with stopped(log):
            pass
    assert logs[0].getvalue() != logs[1].getvalue()


def test_outputs_are_read_back(tmp_path: Path) -> None:
    values = {"score": "2.5", "passed": "true", "text": "score=9\nscore<<x\n9\nx"}
    write_outputs(tmp_path / "output", values)
    write_outputs(tmp_path / "output", {"more": ""})
    assert outputs((tmp_path / "output").read_text()) == values | {"more": ""}


@pytest.mark.parametrize("count", [0, 1, MOST, MOST + 1, 200])
def test_no_level_has_more_than_ten_annotations(count: int) -> None:
    made = [
        Annotation(level, "a.py", number, f"check {number}", "wrong", lost=float(number))
        for level in Level
        for number in range(1, count + 1)
    ]
    read = obeyed("".join(commands(made)))
    for level in Level:
        of_level = [each for each in read if each.name == level]
        assert len(of_level) == min(count, MOST + 1)
        lines = [int(each.properties["line"]) for each in of_level if "line" in each.properties]
        assert lines == list(range(max(1, count - MOST + 1), count + 1))  # the ones that cost most
        if count > MOST:
            left = count - MOST
            verb = "is" if left == 1 else "are"
            assert of_level[-1].data == f"{left} more {verb} in the summary of this run."


def test_equal_annotations_are_counted_one_by_one() -> None:
    same = [Annotation(Level.ERROR, "a.py", 1, "t", "m")] * 30
    assert len(obeyed("".join(commands(same)))) == MOST + 1
