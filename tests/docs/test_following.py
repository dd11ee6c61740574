"""The tests of the pages would notice: a wrong output, a wrong code, a hidden block."""

from pathlib import Path

import pytest

from tests.docs import pages
from tests.docs.pages import Example, examples, not_fenced
from tests.docs.test_examples import Reader

PAGE = """# A page

<!-- not run: needs a cluster -->
```console
$ sbatch job.sh
```

- In a list:

    <!-- student: exercise1 -->
    ```python
    x = 1
    ```

````markdown title="README.md"
```toml
a = 1
```
````
"""


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pages, "ROOT", tmp_path)
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def follow(folder: Path, language: str, text: str, **said: str) -> None:
    example = Example(place="page.md:1", language=language, title="", text=text, said=said)
    Reader(folder).follow(example, writes=False)


def test_blocks_are_found_with_what_is_said_of_them(page: Path) -> None:
    console, python, file = examples(page)
    assert (console.place, console.said) == ("page.md:4", {"not run": "needs a cluster"})
    assert (python.text, python.said) == ("x = 1\n", {"student": "exercise1"})
    assert (file.title, file.text) == ("README.md", "```toml\na = 1\n```\n")
    assert list(not_fenced(page)) == []


@pytest.mark.parametrize("hidden", ["    grade exercise3\n", "```console extra=1\n$ grade\n```\n"])
def test_a_block_that_is_not_fenced_as_agreed_is_found(page: Path, hidden: str) -> None:
    page.write_text(f"# A page\n\n{hidden}\nThe end.\n", encoding="utf-8")
    assert list(not_fenced(page)) != []


@pytest.mark.parametrize(
    "text",
    [
        "$ false\n",
        "$ false\n$ true\n",
        "$ echo one\ntwo\n",
        "$ printf 'one\\ntwo\\n'\none\n",
        "$ printf 'one\\ntwo\\nthree\\n'\none\n…\nfour\n",
        "echo one\n",
    ],
)
def test_a_command_that_does_otherwise_than_shown_is_noticed(tmp_path: Path, text: str) -> None:
    with pytest.raises(AssertionError):
        follow(tmp_path, "console", text)


def test_commands_that_do_as_shown_are_followed(tmp_path: Path) -> None:
    printing = "$ printf 'one\\ntwo three\\nfour\\n'\none\n…\nfour\n"
    follow(tmp_path, "console", printing + "$ mkdir inner\n$ cd inner\n$ pwd\n…/inner\n")
    follow(tmp_path, "console", "$ true\n$ false\n", exit="1")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("python", "1 / 0\n"),
        ("toml", "a = 1\n"),
        ("yaml", "a: [\n"),
        ("bash", "if\n"),
        ("perl", ""),
    ],
)
def test_code_that_is_wrong_is_noticed(tmp_path: Path, language: str, text: str) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011 - of each language its own
        follow(tmp_path, language, text)
