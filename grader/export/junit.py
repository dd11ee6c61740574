"""JUnit XML, as GitLab, Jenkins and most other CI services show it.

There is no official schema; this is the part all of them read. Nothing of the machine is in it:
no host name, no time of day, no absolute path.
"""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence
from xml.etree import ElementTree as ET

from grader.export.place import Place, in_course
from grader.records import Attempt, CheckResult, Outcome
from grader.report.clean import one_line
from grader.report.plain import headline, numbered, printed, said, title

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ATTACHMENT = re.compile(r"\[\[(?=ATTACHMENT\|)", re.IGNORECASE)  # GitLab links the path after it
_CHILDREN = {
    Outcome.FAILED: "failure",
    Outcome.TIMED_OUT: "failure",
    Outcome.BLOCKED: "skipped",  # the earlier task's failure is counted
    Outcome.BROKEN: "error",
}


def write_junit(
    attempts: Sequence[Attempt],
    *,
    place: Callable[[Attempt, CheckResult], Place] = in_course,
) -> bytes:
    """Return one test suite for each attempt, with a test case for each check.

    Parameters
    ----------
    attempts
        What is shown. Where an exercise is there more than once, suites are told apart by student.
    place
        Where in the repository a check points to.
    """
    names = suite_names(attempts)
    root = ET.Element("testsuites", name="deepgrade")
    for attempt, name in zip(attempts, names, strict=True):
        root.append(_suite(attempt, name, place))
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    root.set("time", f"{sum(attempt.duration_s for attempt in attempts):.3f}")
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def suite_names(attempts: Sequence[Attempt]) -> list[str]:
    """Return a name for each attempt, none of them twice."""
    exercises = Counter(attempt.exercise for attempt in attempts)
    names: list[str] = []
    for attempt in attempts:
        several = exercises[attempt.exercise] > 1
        name = one_line(f"{attempt.exercise} · {attempt.student}" if several else attempt.exercise)
        numbers = itertools.count(2)
        unique = name
        while unique in names:
            unique = f"{name} ({next(numbers)})"
        names.append(unique)
    return names


def _suite(
    attempt: Attempt, name: str, place: Callable[[Attempt, CheckResult], Place]
) -> ET.Element:
    suite = ET.Element("testsuite", name=_xml(name))
    properties = ET.SubElement(suite, "properties")
    for key in ("score", "max_score", "isolation", "seed"):
        value = getattr(attempt, key)
        text = f"{value:.10g}" if isinstance(value, float) else str(value)
        ET.SubElement(properties, "property", name=key, value=text)
    for number, check in numbered(attempt.checks):
        suite.append(_case(number, check, name, place(attempt, check)))
    suite.set("tests", str(len(attempt.checks)))
    for key, child in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(key, str(len(suite.findall(f"testcase/{child}"))))
    suite.set("time", f"{attempt.duration_s:.3f}")
    return suite


def _case(number: str, check: CheckResult, suite: str, where: Place) -> ET.Element:
    # GitLab shows only the first of two tests with the same name; the number makes it the only one.
    case = ET.Element(
        "testcase",
        classname=_xml(suite),
        name=_xml(f"{number} {title(check)}"),
        file=_xml(where.path),
        line=str(where.line),
        time=f"{check.duration_s:.3f}",
    )
    if check.outcome is not Outcome.PASSED:
        child = ET.SubElement(
            case, _CHILDREN[check.outcome], type=str(check.outcome), message=_xml(headline(check))
        )
        child.text = _xml(said(check))
    if output := printed(check):
        ET.SubElement(case, "system-out").text = _xml(output)
    return case


def _xml(text: str) -> str:
    """Return a text without what XML 1.0 cannot hold, or what asks GitLab for an attachment."""
    return _ATTACHMENT.sub("[ [", _NOT_XML.sub("\ufffd", text))
