"""What works on this machine, and how to fix what does not."""

import importlib.util
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from grader.course import find_course
from grader.errors import GraderError
from grader.language import gettext as _
from grader.report.terminal import Finding
from grader.worker import sandbox
from grader.worker.cells import SandboxNursery
from grader.worker.messages import Bounds
from grader.worker.plain import ProcessNursery

_APPARMOR = Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
_MAX_NAMESPACES = Path("/proc/sys/user/max_user_namespaces")
_TRIAL = b"def add(a, b):\n    return a + b\n"


def examine(folder: Path) -> Iterator[Finding]:
    """Yield one finding for each thing that grading needs or profits from."""
    version = platform.python_version()
    yield Finding(
        _("Python"),
        sys.version_info >= (3, 11),
        f"{version} ({sys.executable})",
        _("Deepgrade needs Python 3.11 or newer: https://www.python.org/downloads/"),
    )
    yield _course(folder)
    yield _sandbox()
    yield _process()
    for package, use in (("tensorflow", _("Keras exercises")), ("sklearn", _("the Iris data"))):
        found = importlib.util.find_spec(package) is not None
        detail = _("installed") if found else _("not installed; only {use} need it").format(use=use)
        yield Finding(package, works=True, detail=detail)


def _course(folder: Path) -> Finding:
    try:
        course = find_course(folder)
        count = len(course.exercises)
    except GraderError as error:
        return Finding(
            _("Course"),
            works=False,
            detail=str(error),
            remedy=_("To begin a course: grade init DIR"),
        )
    detail = _("{count} exercises in {folder}").format(count=count, folder=course.root)
    if not os.access(course.root, os.W_OK):
        remedy = _("Name files to write with --html and --json.")
        return Finding(_("Course"), works=False, detail=_("cannot be written to"), remedy=remedy)
    return Finding(_("Course"), works=True, detail=detail)


def _sandbox() -> Finding:
    name = _("Sandbox")
    if sys.platform != "linux":
        detail = _("Linux only; your own code is graded in plain processes (--isolation process)")
        return Finding(name, works=True, detail=detail)
    if sandbox.find_bubblewrap() is None:
        return Finding(
            name,
            works=False,
            detail=_("bubblewrap is not installed; code runs in plain processes"),
            remedy=_(
                "Install it: apt install bubblewrap (Debian, Ubuntu), dnf install bubblewrap."
            ),
        )
    try:
        said = _try(SandboxNursery(sandbox.launch(("numpy",), ())))
    except GraderError as error:
        return Finding(name, works=False, detail=str(error), remedy=_namespace_remedy())
    return Finding(name, works=said == "5", detail=_("bubblewrap and private namespaces work"))


def _namespace_remedy() -> str:
    """Say which switch keeps unprivileged user namespaces off here."""
    if _APPARMOR.exists() and _APPARMOR.read_text().strip() == "1":
        return _(
            "AppArmor forbids user namespaces. Allow them: "
            "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
        )
    if _MAX_NAMESPACES.exists() and _MAX_NAMESPACES.read_text().strip() == "0":
        return _(
            "User namespaces are off. Allow them: sudo sysctl -w user.max_user_namespaces=10000"
        )
    return _(
        "In a container, start it with --security-opt seccomp=unconfined "
        "--security-opt apparmor=unconfined, or grade outside it."
    )


def _process() -> Finding:
    name = _("Plain processes")
    try:
        said = _try(ProcessNursery(("numpy",)))
    except GraderError as error:
        return Finding(name, works=False, detail=str(error), remedy=_("Reinstall: uv sync"))
    return Finding(name, works=said == "5", detail=_("work; limits hold for each process"))


def _try(nursery: SandboxNursery | ProcessNursery) -> str:
    """Ask a worker for 2 + 3."""
    bounds = Bounds(cpu_seconds=5, memory_mb=1024, output_mb=1, disk_mb=1, processes=8)
    cell = nursery.open("trial", {"trial.py": _TRIAL}, bounds, cells=False)
    try:
        connection = cell.check(10)
        try:
            connection.ask(["load"], _no_callback)
            return str(connection.ask(["call", 0, "add", [2, 3], {}], _no_callback)[1])
        finally:
            connection.close()
    finally:
        cell.close()
        nursery.close()


def _no_callback(number: int, args: list[object], kwargs: dict[str, object]) -> None:
    raise NotImplementedError
