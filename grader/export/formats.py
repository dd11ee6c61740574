"""Every format by its name: what ``grade export FORMAT`` writes."""

import os
from collections.abc import Callable, Iterable, Sequence

from grader.export.autolab import write_autolab
from grader.export.check50 import write_check50
from grader.export.classroom50 import write_classroom50
from grader.export.codequality import write_code_quality
from grader.export.coursera import write_coursera
from grader.export.csv import write_csv
from grader.export.exercism import write_exercism
from grader.export.github import write_github, write_github_output
from grader.export.gradescope import write_gradescope
from grader.export.json import write_json
from grader.export.junit import write_junit
from grader.export.parquet import write_parquet
from grader.export.prairielearn import write_prairielearn
from grader.records import Attempt
from grader.scoring import Scored

OF_SCORES: dict[str, Callable[[Iterable[Scored]], bytes]] = {
    "csv": write_csv,
    "json": write_json,
    "parquet": write_parquet,
}
OF_ATTEMPTS: dict[str, Callable[[Sequence[Attempt]], bytes]] = {
    "junit": write_junit,
    "codequality": write_code_quality,
}
OF_ATTEMPT: dict[str, Callable[[Attempt], bytes]] = {
    "gradescope": write_gradescope,
    "classroom50": lambda attempt: write_classroom50(attempt, os.environ),
    "github": write_github,
    "github-output": write_github_output,
    "exercism": write_exercism,
    "prairielearn": write_prairielearn,
    "autolab": write_autolab,
    "coursera": write_coursera,
    "check50": write_check50,
}
