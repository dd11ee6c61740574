"""Notebooks in the formats of nbgrader and otter, as a teacher would write them.

``python -m tests.assignments FOLDER`` writes them, so that the tools themselves can be asked:
``nbgrader generate_assignment`` and ``otter assign`` accept both.
"""

import sys
from pathlib import Path
from typing import Any

import nbformat


def write(path: Path, cells: list[Any]) -> Path:
    """Write a notebook of these cells."""
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    path.write_text(nbformat.writes(notebook), encoding="utf-8")
    return path


def markdown(text: str) -> Any:
    """Return a cell of text."""
    return nbformat.v4.new_markdown_cell(text)


def code(text: str, shown: str = "", printed: str = "") -> Any:
    """Return a cell of code, with what was shown and printed when it was run."""
    outputs = []
    if printed:
        outputs += [nbformat.v4.new_output("stream", name="stdout", text=printed)]
    if shown:
        data = {"text/plain": shown}
        outputs += [nbformat.v4.new_output("execute_result", data=data, execution_count=1)]
    return nbformat.v4.new_code_cell(text, outputs=outputs)


def raw(text: str) -> Any:
    """Return a cell that is neither."""
    return nbformat.v4.new_raw_cell(text)


def marked(cell: Any, grade_id: str, **said: Any) -> Any:
    """Mark a cell as nbgrader does."""
    mark = {"grade": False, "solution": False, "locked": False, "task": False}
    cell.metadata["nbgrader"] = {"schema_version": 3, "grade_id": grade_id, **mark, **said}
    return cell


def solution(text: str, grade_id: str) -> Any:
    """Return an autograded answer of nbgrader."""
    return marked(code(text), grade_id, solution=True)


def tests(text: str, grade_id: str, points: float) -> Any:
    """Return a cell of nbgrader's autograder tests."""
    return marked(code(text), grade_id, grade=True, locked=True, points=points)


NBGRADER = [
    markdown("# Words in Python\n\nSmall functions about text."),
    code("import re\n%matplotlib inline\nVOWELS = 'aeiou'"),
    markdown("## Part A: Initials (2 points)\n\nReturn the first letters of all words."),
    solution(
        'def initials(name):\n    """Return the first letters of all words, as capitals."""\n'
        "    ### BEGIN SOLUTION\n    if not name:\n        raise ValueError('no name')\n"
        "    return ''.join(word[0].upper() for word in name.split())\n    ### END SOLUTION",
        "initials",
    ),
    markdown("Try it:"),
    code("initials('ada lovelace')"),
    tests(
        '"""Check that initials takes every word."""\n'
        'assert initials("ada lovelace") == "AL"\n'
        "### BEGIN HIDDEN TESTS\n"
        'for count in (1, 2, 3):\n    assert initials("ada " * count) == "A" * count\n'
        "### END HIDDEN TESTS",
        "initials_of_words",
        2,
    ),
    tests(
        '"""Check that an empty name is refused."""\n'
        "try:\n    initials('')\nexcept ValueError:\n    pass\n"
        "else:\n    raise AssertionError('did not raise')",
        "initials_of_nobody",
        0.5,
    ),
    markdown("## Part B: Vowels\n\nUse `VOWELS`."),
    solution(
        "def count_vowels(text):\n    return len(re.findall(f'[{VOWELS}]', text.lower()))\n\n"
        "def vowels_of_initials(name):\n    return count_vowels(initials(name))",
        "vowels",
    ),
    tests(
        "assert count_vowels('Ada') == 2, 'capitals count too'\n"
        "assert count_vowels('xyz') == 0\n"
        "assert sum(letter in VOWELS for letter in 'ada') == count_vowels('ada')",
        "correct_vowels",
        1.5,
    ),
    tests("assert vowels_of_initials('ada eve bob') == 2", "vowels_of_initials", 1),
    tests(
        "orig = initials\ndel initials\ntry:\n    vowels_of_initials('ada')\n"
        "except NameError:\n    pass\nelse:\n    raise AssertionError('not used')\n"
        "finally:\n    initials = orig",
        "uses_initials",
        0.5,
    ),
    markdown("## Part C\n\nExplain what a vowel is."),
    marked(markdown("a, e, i, o, u"), "essay", grade=True, solution=True, points=3),
    marked(markdown("Find a longer word."), "cell-task", locked=True, task=True, points=4),
]

OTTER = [
    raw("# ASSIGNMENT CONFIG\nexport_cell: false\ngenerate: false"),
    markdown("# Numbers\n\nTwo questions about numbers."),
    code("import math\nimport numpy as np"),
    raw("# BEGIN QUESTION\nname: q1\npoints: 3"),
    markdown("**Question 1.** Write `square`."),
    raw("# BEGIN SOLUTION"),
    code(
        'def square(x):\n    """Return x times x."""\n'
        "    y = x * x # SOLUTION NO PROMPT\n    return y # SOLUTION\n\n"
        "nine = square(3) # SOLUTION"
    ),
    raw("# END SOLUTION"),
    raw("# BEGIN TESTS"),
    code("square(3)", "9"),
    code("# HIDDEN\nsquare(-5) == 25", "True"),
    code(
        '""" # BEGIN TEST CONFIG\npoints: 1\nhidden: true\n""" # END TEST CONFIG\nsquare(2.5)',
        "6.25",
    ),
    code("nine", "9"),
    raw("# END TESTS"),
    raw("# END QUESTION"),
    raw("# BEGIN QUESTION\nname: q2"),
    markdown("### Norm\n\n**Question 2.** Write `norm`; use `square`."),
    raw("# BEGIN SOLUTION"),
    code(
        "def norm(values):\n    # BEGIN SOLUTION\n"
        "    total = sum(square(value) for value in values)\n"
        "    return math.sqrt(total)\n    # END SOLUTION"
    ),
    raw("# END SOLUTION"),
    raw("# BEGIN TESTS"),
    code("np.isclose(norm([3, 4]), 5)", "True"),
    code("# HIDDEN\nprint(norm([3.0, 4.0]))", printed="5.0\n"),
    code("# HIDDEN\nround(norm([1, 1]), 3)", "1.414"),
    raw("# END TESTS"),
    raw("# END QUESTION"),
    raw("# BEGIN QUESTION\nname: q3\nmanual: true"),
    markdown("**Question 3.** What is a norm?"),
    raw("# BEGIN SOLUTION"),
    markdown("A length."),
    raw("# END SOLUTION"),
    raw("# END QUESTION"),
]


OTTER_FUNCTIONS = [
    raw("# ASSIGNMENT CONFIG\nexport_cell: false\ntests:\n    ok_format: false"),
    raw("# BEGIN QUESTION\nname: q1"),
    raw("# BEGIN SOLUTION"),
    code("# BEGIN SOLUTION\ndef double(x):\n    return 2 * x\n# END SOLUTION"),
    raw("# END SOLUTION"),
    raw("# BEGIN TESTS"),
    code("def test_double(double):\n    assert double(2) == 4\n\ntest_double(double)  # IGNORE"),
    code(
        '""" # BEGIN TEST CONFIG\npoints: 2\nhidden: true\n""" # END TEST CONFIG\n'
        "def test_zero(double):\n    assert double(0) == 0\n    assert double('ab') == 'abab'\n\n"
        "test_zero(double)  # IGNORE"
    ),
    raw("# END TESTS"),
    raw("# END QUESTION"),
]

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "words.ipynb", NBGRADER)
    write(folder / "numbers.ipynb", OTTER)
    write(folder / "doubles.ipynb", OTTER_FUNCTIONS)
