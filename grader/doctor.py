"""What works on this machine, what does not work therefore, and how to mend it.

Every part is really tried. It imports nothing that may be missing: that is a finding.
"""

import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from grader.course import Course, find_course
from grader.errors import GraderError, SandboxError
from grader.language import gettext as _
from grader.report.terminal import Finding

_ROOT = Path(__file__).parents[1]
_APPARMOR = Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
_MAX_NAMESPACES = Path("/proc/sys/user/max_user_namespaces")
# The extras of pyproject.toml: what is imported of each.
EXTRAS = {
    "keras": "tensorflow",
    "iris": "sklearn",
    "similarity": "copydetect",
    "cluster": "distributed",
    "postgres": "psycopg",
    "parquet": "pyarrow",
}


def examine(folder: Path) -> Iterator[Finding]:
    """Yield one finding for each thing that grading needs or profits from."""
    python = f"{platform.python_version()} ({sys.executable})"
    yield Finding(_("Python"), works=True, detail=python)
    for find in (_packages, _temporary_files):
        finding = find()
        yield finding
        if not finding.works:
            return  # nothing else can be tried
    yield from _course(folder)
    yield _cache()
    yield _sandbox()
    yield _process()
    yield _git()
    yield from map(_extra, EXTRAS)


def _packages() -> Finding:
    """Look for what pip should have installed along with the grader."""
    try:
        needed = metadata.requires("deepgrade") or []
    except metadata.PackageNotFoundError:  # say, the bare folder on sys.path
        needed = ["deepgrade"]
    names = [re.split(r"[^\w.-]", each)[0] for each in needed if "extra ==" not in each]
    missing = [name for name in names if not any(metadata.distributions(name=name))]
    if not missing:
        return Finding(_("Packages"), works=True, detail=_("all that grading needs"))
    detail = _("missing: {names}; nothing can be graded").format(names=", ".join(missing))
    return Finding(_("Packages"), works=False, detail=detail, remedy=_installed_by(_install()))


def _temporary_files() -> Finding:
    try:
        with tempfile.TemporaryFile():
            folder = tempfile.gettempdir()
    except OSError as error:
        return Finding(
            _("Temporary files"),
            works=False,
            detail=_("cannot be written, so nothing can be graded: {error}").format(error=error),
            remedy=_("Make room there, or name a folder you may write to: export TMPDIR=DIR"),
        )
    return Finding(_("Temporary files"), works=True, detail=folder)


def _course(folder: Path) -> Iterator[Finding]:
    """Yield what is to be said of the course, and of the folder its reports go to."""
    try:
        course = find_course(folder)
        count = len(course.exercises)
    except GraderError as error:
        remedy = _("To begin a course: grade init DIR")
        yield Finding(_("Course"), works=False, detail=str(error), remedy=remedy)
        return
    detail = _("{count} exercises in {folder}").format(count=count, folder=course.root)
    yield Finding(_("Course"), works=True, detail=detail)
    yield _reports(course)


def _reports(course: Course) -> Finding:
    folder = course.root / "reports"
    try:
        with tempfile.TemporaryFile(dir=folder if folder.exists() else course.root):
            return Finding(_("Reports"), works=True, detail=str(folder))
    except OSError as error:
        return Finding(
            _("Reports"),
            works=False,
            detail=_("cannot be written, so results are shown and not kept: {error}").format(
                error=error
            ),
            remedy=_("Make {folder} a folder you may write to, or name files with --html and "
                     "--json.").format(folder=folder),
        )  # fmt: skip


def _cache() -> Finding:
    """Look where the bytecode of suites is kept between commands."""
    from grader.suite.imports import bytecode_folder  # noqa: PLC0415 - numpy may be missing

    folder = bytecode_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return Finding(_("Cache"), works=True, detail=str(folder))
    except OSError as error:
        return Finding(
            _("Cache"),
            works=False,
            optional=True,
            detail=_("cannot be written, so each command begins a little later: {error}").format(
                error=error
            ),
            remedy=_("Make {folder} a folder you may write to.").format(folder=folder),
        )


def _sandbox() -> Finding:
    from grader.worker import trial  # noqa: PLC0415 - numpy may be missing
    from grader.worker.sandbox import find_bubblewrap  # noqa: PLC0415

    name = _("Sandbox")
    therefore = _(
        "so your own code is graded in plain processes, and the code of others not at all "
        "(`grade batch`, `grade ci`)"
    )
    if sys.platform != "linux":
        detail = _("it needs Linux, {therefore}").format(therefore=therefore)
        remedy = _("Grade a class on Linux, or on Windows in WSL 2.")
        return Finding(name, works=False, optional=True, detail=detail, remedy=remedy)
    if find_bubblewrap() is None:
        detail = _("bubblewrap is not installed, {therefore}").format(therefore=therefore)
        remedy = _("Install it: apt install bubblewrap (Debian, Ubuntu), dnf install bubblewrap.")
        return Finding(name, works=False, detail=detail, remedy=remedy)
    try:
        trial.try_sandbox()
    except GraderError as error:
        reason = error.reason if isinstance(error, SandboxError) else str(error)
        detail = _("it does not start, {therefore}: {reason}").format(
            therefore=therefore, reason=reason
        )
        return Finding(name, works=False, detail=detail, remedy=_namespace_remedy())
    return Finding(name, works=True, detail=_("bubblewrap and private namespaces work"))


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
    from grader.worker import trial  # noqa: PLC0415 - numpy may be missing
    from grader.worker.limits import KERNEL_LIMITS  # noqa: PLC0415

    name = _("Plain processes")
    try:
        trial.try_process()
    except GraderError as error:
        return Finding(name, works=False, detail=str(error))
    detail = _("limits hold for each process")
    if not KERNEL_LIMITS or platform.system() == "Darwin":  # whose kernel refuses that one
        detail = _("time and output are limited, memory is not")
    return Finding(name, works=True, detail=detail)


def _git() -> Finding:
    if program := shutil.which("git"):
        return Finding("git", works=True, detail=program)
    detail = _("not installed; only `grade ci` and submissions in a repository need it")
    remedy = _("Install it: apt install git (Debian, Ubuntu), dnf install git.")
    return Finding("git", works=False, optional=True, detail=detail, remedy=remedy)


def _extra(extra: str) -> Finding:
    module = EXTRAS[extra]
    if find_spec(module) is not None:
        return Finding(module, works=True, detail=_("installed"))
    use = {
        "keras": _("exercises with Keras"),
        "iris": _("exercises with the Iris data"),
        "similarity": "`grade similarity`",
        "cluster": "`grade batch --scheduler`",
        "postgres": _("a gradebook in PostgreSQL"),
        "parquet": "`grade export parquet`",
    }[extra]
    detail = _("not installed; needed for {use} only").format(use=use)
    remedy = _installed_by(_install(extra))
    return Finding(module, works=False, optional=True, detail=detail, remedy=remedy)


def _installed_by(command: str) -> str:
    return _("Install it: `{command}`").format(command=command)


def _install(extra: str = "") -> str:
    """Return the command that completes this installation, here, by an extra if one is named."""
    if (_ROOT / "uv.lock").is_file():
        return f"uv sync --no-dev --inexact --extra {extra}" if extra else "uv sync"
    settings = Path(sys.prefix) / "pyvenv.cfg"
    by_uv = settings.is_file() and "\nuv = " in settings.read_text(encoding="utf-8")
    what = f"'deepgrade[{extra}]'" if extra else "deepgrade"
    return f"uv pip install {what}" if by_uv else f"{sys.executable} -m pip install {what}"
