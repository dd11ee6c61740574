"""What code in the sandbox can see, reach or leave behind: nothing that is not its own."""

import os
import platform
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.worker.cells import Cell
from grader.worker.connection import StudentError
from grader.worker.messages import Bounds
from grader.worker.proxy import Student
from tests.attacks.arena import (
    COURSE,
    ENV_CANARY,
    HERE,
    HOME_CANARY,
    SUITE,
    Arena,
    connect,
)

PROBES = (HERE / "submissions" / "inside" / "probes.py").read_bytes()
WORDS = [
    "deepgrade", "course.toml", "exercise.toml", "softmax_without_shift", "pytest-of-", "mallory",
    "secret.txt", "other_student", "gradebook",
]  # fmt: skip
SYSTEM_CALLS = {
    "x86_64": {
        "unshare": 272, "clone": 56, "clone into namespaces": 56, "clone3": 435, "setns": 308,
        "mount": 165, "umount2": 166, "chroot": 161, "pivot_root": 155, "fsopen": 430,
        "open_tree": 428, "move_mount": 429, "mount_setattr": 442, "statmount": 457,
        "ptrace traceme": 101, "ptrace attach": 101, "process_vm_readv": 310, "kcmp": 312,
        "pidfd_open": 434, "pidfd_getfd": 438, "process_madvise": 440, "prlimit of another": 302,
        "setpriority": 141, "sched_setscheduler": 144, "sched_setaffinity": 203,
        "add_key": 248, "request_key": 249, "keyctl": 250, "bpf": 321, "perf_event_open": 298,
        "userfaultfd": 323, "io_uring_setup": 425, "open_by_handle_at": 304, "syslog": 103,
        "memfd_create": 319, "shmget": 29, "msgget": 68, "semget": 64, "quotactl_fd": 443,
        "init_module": 175, "kexec_load": 246, "newer than known": 463, "much newer": 900,
    },
}  # fmt: skip


@pytest.fixture
def cell(sandbox_arena: Arena) -> Iterator[Cell]:
    bounds = Bounds(cpu_seconds=60, memory_mb=1024, output_mb=4, disk_mb=16, processes=16)
    assert sandbox_arena.is_quiet()  # earlier cells are gone
    opened = sandbox_arena.nursery.open("small", {"small.py": PROBES}, bounds, is_notebook=False)
    yield opened
    opened.close()


@pytest.fixture
def student(cell: Cell) -> Iterator[Student]:
    found, connection = connect(cell, seconds=60)
    yield found
    connection.close()


def test_no_module_of_ours_can_be_imported(student: Student) -> None:
    names = ["reference", "grader", "solutions", "tests", "deepgrade", "test_small", "exercises"]
    assert student.importable(names) == []
    assert student.modules_named(["grader", "reference", "deepgrade"]) == []


def test_no_file_of_ours_can_be_opened(student: Student, sandbox_arena: Arena) -> None:
    repository = HERE.parent.parent
    paths = [
        SUITE, COURSE, repository, repository / "reference", repository / "solutions",
        sandbox_arena.home / "secret.txt", sandbox_arena.victim, sandbox_arena.folder,
        Path.home(), Path.home() / ".bashrc", "/home", "/srv", "/etc/passwd", "/etc/shadow",
        "/var/log", "/proc/1/environ", "/proc/self/environ", "/proc/1/mem", "/proc/self/maps",
        "/proc/cpuinfo", "/sys/kernel", "/proc/self/fd", "/dev/mem", "/dev/kmsg", "/run",
    ]  # fmt: skip
    assert student.readable([str(path) for path in paths]) == []


def test_nothing_of_ours_is_found_by_searching(student: Student) -> None:
    assert student.files_named(WORDS) == []


def test_what_the_machine_shows_of_itself(student: Student) -> None:
    seen = student.machine()
    assert seen["host"] != socket.gethostname()
    assert seen["proc"] == ["self", "exe -> worker"]
    assert seen["sys"] is False
    assert seen["terminals"] == []
    assert seen["home"] == []


def test_the_judges_environment_is_neither_in_the_workers_nor_in_its_memory(
    student: Student,
) -> None:
    assert os.environ["DEEPGRADE_SECRET"] == ENV_CANARY
    seen, raw = student.environment()
    assert seen["HOME"] == "/tmp"
    assert not [name for name in seen if name.startswith(("DEEPGRADE", "PYTEST", "CI", "UV_"))]
    assert ENV_CANARY not in "".join(raw)
    for canary in (ENV_CANARY, HOME_CANARY):
        found, pages = student.texts_in_memory(canary[:6].encode(), canary[6:].encode())
        assert found == []
        assert pages > 100


def test_the_only_open_descriptors_are_input_output_and_the_wire(student: Student) -> None:
    seen = student.descriptors()
    assert {seen.pop(0), seen.pop(1), seen.pop(2)} == {"device", "file"}
    assert list(seen.values()) == ["socket"]


def test_there_is_no_network_and_no_socket_of_the_machine(
    student: Student, sandbox_arena: Arena
) -> None:
    name = f"deepgrade-{os.getpid()}"
    path = sandbox_arena.folder / "socket"
    with socket.socket(socket.AF_UNIX) as abstract, socket.socket(socket.AF_UNIX) as named:
        abstract.bind("\0" + name)
        named.bind(str(path))
        abstract.listen()
        named.listen()
        sandbox_arena.arrived.clear()
        assert student.network(sandbox_arena.port, name, str(path)) == []
    path.unlink()
    assert sandbox_arena.arrived == []


@pytest.mark.skipif(platform.machine() not in SYSTEM_CALLS, reason="numbers of another machine")
def test_dangerous_system_calls_are_refused(student: Student) -> None:
    assert student.system_calls(SYSTEM_CALLS[platform.machine()]) == []


def test_only_its_own_folders_can_be_written_to(student: Student) -> None:
    assert sorted(student.writable_folders()) == ["/dev/shm", "/tmp"]
    assert student.changeable_files() == []


def test_it_runs_without_privileges(student: Student) -> None:
    assert student.privileges() == {
        "uid": 1000,
        "groups": [],
        "capabilities": [0] * 6,
        "bounding": 0,
        "no_new_privs": 1,
        "dumpable": 0,
        "seccomp": 2,
        "core": [0, 0],
        "owns the system": False,
    }


def test_it_sees_no_process_but_its_cell_and_itself(student: Student) -> None:
    seen, own = student.others_alive()
    assert set(seen) <= {1, own}


def test_signals_to_the_cell_do_nothing(cell: Cell, sandbox_arena: Arena) -> None:
    for _time in range(2):
        student, connection = connect(cell)
        assert student.kill_all() == "still here"
        connection.close()
    other = sandbox_arena.open_cell("def double(x):\n    return x\n")
    student, connection = connect(other)
    assert student.double(3) == 3
    connection.close()
    other.close()


def test_a_check_leaves_no_trace_for_the_next(cell: Cell) -> None:
    mark = f"trace{os.getpid()}"
    first, connection = connect(cell)
    assert first.leave_traces(mark) == [-1, -1, -1]
    assert first.find_traces(mark) != [], "the probe itself works"
    connection.close()
    second, connection = connect(cell)
    assert second.find_traces(mark) == []
    connection.close()


QUIET_TRACES = {
    "a file that is gone": "name = '/tmp/x'; open(name, 'w').close(); os.unlink(name)",
    "a file in shared memory": "open('/dev/shm/x', 'w').close(); os.unlink('/dev/shm/x')",
    "a file without a name": "os.close(os.open('/tmp', os.O_TMPFILE | os.O_RDWR))",
    "the folder's times": "os.utime('/tmp', ns=(5, 5))",
    "times set back": "t = os.stat('/tmp'); os.utime('/tmp', ns=(5, 5)); "
    "os.utime('/tmp', ns=(t.st_atime_ns, t.st_mtime_ns))",
    "the folder's mode": "os.chmod('/tmp', 0); os.chmod('/tmp', 0o700)",
    "a folder nobody can open": "os.chmod('/dev/shm', 0)",
    "a process that is gone": "pid = os.fork() or os._exit(0); os.waitpid(pid, 0)",
    "a thread that is gone": "thread = threading.Thread(target=int); thread.start(); thread.join()",
}
HARMLESS = {
    "computing": "sum(range(1000))",
    "looking": "os.listdir('/tmp'); os.stat('/dev/shm'); open('/submission/small.py').read()",
    "printing": "print('hello', flush=True)",
}


def was_last(arena: Arena, deed: str) -> list[bool]:
    """Return, for two checks that do this in one cell, whether each was its last."""
    source = f"import os\nimport threading\n\n\ndef act():\n    {deed}\n    return 1\n"
    bounds = Bounds(cpu_seconds=60, memory_mb=1024, output_mb=4, disk_mb=16, processes=16)
    opened = arena.nursery.open("small", {"small.py": source.encode()}, bounds, is_notebook=False)
    found = []
    for _time in range(2):
        student, connection = connect(opened)
        assert student.act() == 1
        connection.close()
        assert connection.ending is not None
        found.append(connection.ending.is_last)
    opened.close()
    return found


@pytest.mark.parametrize("deed", QUIET_TRACES)
def test_a_cell_that_a_check_changed_runs_no_other(sandbox_arena: Arena, deed: str) -> None:
    """What one check leaves, were it a time or a number, the next one must not see."""
    assert was_last(sandbox_arena, QUIET_TRACES[deed]) == [True, True]


@pytest.mark.parametrize("deed", HARMLESS)
def test_a_cell_in_which_nothing_changed_runs_the_next_check(
    sandbox_arena: Arena, deed: str
) -> None:
    assert was_last(sandbox_arena, HARMLESS[deed]) == [False, False]


def answers(arena: Arena, source: str, *names: str) -> list[object]:
    """Call one function in each check of a cell; return what came back and what was printed."""
    bounds = Bounds(cpu_seconds=60, memory_mb=1024, output_mb=4, disk_mb=16, processes=16)
    opened = arena.nursery.open("small", {"small.py": source.encode()}, bounds, is_notebook=False)
    found: list[object] = []
    for name in names:
        student, connection = connect(opened)
        found += [getattr(student, name)(), connection.output.text()]
        connection.close()
    opened.close()
    return found


def test_the_code_a_check_compiled_for_all_cannot_be_changed_by_it(sandbox_arena: Arena) -> None:
    source = (
        "import builtins, marshal, os\n\n\ndef spoil():\n    marshal.dumps = marshal.loads = None\n"
        "    builtins.compile = None\n    for number in range(3, 64):\n        try:\n"
        "            os.write(number, b'x' * 100)\n        except OSError:\n            pass\n"
        "    os._exit(0)\n\n\ndef f():\n    return 2\n"
    )
    bounds = Bounds(cpu_seconds=60, memory_mb=1024, output_mb=4, disk_mb=16, processes=16)
    opened = sandbox_arena.nursery.open(
        "small", {"small.py": source.encode()}, bounds, is_notebook=False
    )
    student, connection = connect(opened)
    with pytest.raises(StudentError):
        student.spoil()
    connection.close()
    student, connection = connect(opened)
    assert student.f() == 2
    connection.close()
    opened.close()


def test_every_check_shows_the_warnings_of_compiling(sandbox_arena: Arena) -> None:
    source = "def f():\n    return 1 if 2 is 2 else 0\n"
    first, said, second, again = answers(sandbox_arena, source, "f", "f")
    assert first == second == 1
    assert said == again
    assert "SyntaxWarning" in str(said)


def test_code_too_large_to_hand_over_is_compiled_by_each_check(sandbox_arena: Arena) -> None:
    lines = "".join(f"v{number} = 'text number {number}'\n" for number in range(40_000))
    source = f"{lines}\n\ndef f():\n    return len(v39999)\n"
    assert answers(sandbox_arena, source, "f", "f") == [17, "", 17, ""]


def test_a_running_check_leaves_no_trace_for_another_cell(cell: Cell, sandbox_arena: Arena) -> None:
    mark = f"trace{os.getpid()}b"
    first, connection = connect(cell)
    first.leave_traces(mark)
    bounds = Bounds(cpu_seconds=60, memory_mb=1024, output_mb=4, disk_mb=16, processes=16)
    other = sandbox_arena.nursery.open("small", {"small.py": PROBES}, bounds, is_notebook=False)
    second, beside = connect(other)
    assert second.find_traces(mark) == []
    assert second.others_alive()[0] in ([1, 2], [1, second.others_alive()[1]])
    beside.close()
    other.close()
    connection.close()


def test_everything_a_check_started_is_gone(cell: Cell, sandbox_arena: Arena) -> None:
    before = len(sandbox_arena.processes())
    student, connection = connect(cell)
    student.leave_traces(f"trace{os.getpid()}c")
    assert len(sandbox_arena.processes()) > before
    connection.close()
    assert len(sandbox_arena.processes()) == before
