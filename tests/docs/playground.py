"""A course with a class in it, for the commands on the pages: two exercises of this repository."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import nbformat

from tests import assignments

ROOT = Path(__file__).parents[2]
EXERCISES = {"exercise1": "activations", "exercise3": "gradients"}
# A few mistakes prove what all of them prove.
MISTAKES = {"exercise1": "*without*.py", "exercise3": "*forward_difference.py"}
COURSE = """
title = { en = "Playground" }
exercises = ["exercise1", "exercise3"]
language = "en"

[scoring.deadlines]
exercise3 = 2026-12-01T23:59:00
"""
CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Exercise 3 (123)
    Points Possible,,,,,20.00
"Kim, Min-su",5001,1001,kim,DL101,
"Choi, Ada",5003,1003,choi,DL101,
"""
WORKSHEET = """\
Identifier,Full name,Email address,Status,Grade,Maximum Grade,Last modified (grade)
Participant 98765,Kim,kim@example.org,Submitted for grading,,20.00,-
Participant 98766,Lee,lee@example.org,Submitted for grading,,20.00,-
Participant 98767,Choi,choi@example.org,Submitted for grading,,20.00,-
"""


def write_course(root: Path) -> None:
    """Write the course, and what a class handed in, as the pages name it."""
    (root / "course.toml").write_text(COURSE, encoding="utf-8")
    shutil.copytree(ROOT / "reference", root / "reference")
    for name, module in EXERCISES.items():
        for folder in ("exercises", "tests/hidden"):
            shutil.copytree(ROOT / folder / name, root / folder / name)
        solution = root / "solutions" / name
        (solution / "mistakes").mkdir(parents=True)
        shutil.copy(ROOT / "solutions" / name / f"{module}.py", solution)
        shutil.copy(ROOT / "solutions" / name / "equivalent.toml", solution)
        for path in (ROOT / "solutions" / name / "mistakes").glob(MISTAKES[name]):
            shutil.copy(path, solution / "mistakes")
    _write_class(root)


def _write_class(root: Path) -> None:
    right = (root / "solutions/exercise3/gradients.py").read_bytes()
    stub = (root / "exercises/exercise3/gradients.py").read_bytes()
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(right.decode())])
    written = nbformat.writes(notebook).encode()
    (root / "homework.ipynb").write_bytes(written)
    mistake = (root / "solutions/exercise3/mistakes/forward_difference.py").read_bytes()
    for name, content in {
        "first_try/gradients.py": right + mistake,
        "submissions/kim/exercise3/gradients.py": right,
        "submissions/lee/gradients.ipynb": written,
        "class.csv": b"student,number\nkim,1001\nlee,1002\nchoi,1003\n",
        "times.csv": b"student,exercise,time\nkim,exercise3,2026-12-01 22:00\n",
        "canvas.csv": CANVAS.encode(),
        "worksheet.csv": WORKSHEET.encode(),
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    _pack(root / "submissions/choi.zip", {"gradients.py": stub})
    _pack(root / "submissions.zip", {"kimminsu_12345_678901_gradients.py": right})
    _pack(
        root / "DL101-Week_3-4711.zip",
        {"Kim Minsu_98765_assignsubmission_file_/gradients.py": right},
    )
    _write_repository(root / "course.git", right)
    assignments.write(root / "words.ipynb", assignments.NBGRADER)
    assignments.write(root / "numbers.ipynb", assignments.OTTER)


def _pack(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def _write_repository(path: Path, module: bytes) -> None:
    """Make a bare repository with one ref, that of kim."""

    def git(*words: str, given: bytes = b"") -> str:
        ran = subprocess.run(
            ["git", *words], cwd=path, input=given, capture_output=True, check=True
        )
        return ran.stdout.decode().strip()

    path.mkdir()
    git("init", "--quiet", "--bare", ".")
    blob = git("hash-object", "-w", "--stdin", given=module)
    tree = git("mktree", given=f"100644 blob {blob}\tgradients.py\n".encode())
    who = ["-c", "user.name=kim", "-c", "user.email=kim@example.org"]
    commit = git(*who, "commit-tree", tree, "-m", "hand in")
    git("update-ref", "refs/heads/students/kim", commit)
