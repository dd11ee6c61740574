"""What code in a worker can find and reach. Each function returns what it got, not an opinion."""

import ctypes
import gc
import importlib
import os
import resource
import signal
import socket
import stat
import sys
import time

_libc = ctypes.CDLL(None, use_errno=True)


def _tried(*attempts):
    """Return the names of the attempts that did not fail."""
    reached = []
    for name, attempt in attempts:
        try:
            if attempt() is not False:
                reached.append(name)
        except Exception:
            continue
    return reached


def _system_call(number, *arguments):
    """Whether a system call was let through; a child tries, because some calls end the caller."""
    pid = os.fork()
    if pid == 0:
        ctypes.set_errno(0)
        result = _libc.syscall(number, *arguments)
        os._exit(0 if result != -1 or ctypes.get_errno() not in (1, 38) else 1)
    _pid, status = os.waitpid(pid, 0)
    return status == 0


def importable(names):
    return _tried(*((name, lambda name=name: importlib.import_module(name)) for name in names))


def readable(paths):
    def read(path):
        return os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(1)

    return _tried(*((path, lambda path=path: read(path)) for path in paths))


def files_named(words):
    found = []
    for folder, folders, files in os.walk("/"):
        for name in folders + files:
            path = os.path.join(folder, name)
            if any(word in name for word in words) and not _is_empty(path):
                found.append(path)
    return found


def _is_empty(path):
    try:
        return not (os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(1))
    except OSError:
        return True


def modules_named(words):
    return [name for name in sys.modules if any(word in name for word in words)]


def environment():
    libc_environment = ctypes.POINTER(ctypes.c_char_p).in_dll(_libc, "environ")
    raw, index = [], 0
    while libc_environment[index]:
        raw.append(libc_environment[index].decode())
        index += 1
    return {**os.environ}, raw


def texts_in_memory(first, second):
    """Search the heap and the live objects for `first` + `second`, which nobody here has joined."""
    page = os.sysconf("SC_PAGE_SIZE")
    _libc.sbrk.restype = ctypes.c_void_p
    _libc.mincore.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p]
    state, address, pages = ctypes.create_string_buffer(1), _libc.sbrk(0) // page * page, 0
    found = []
    while _libc.mincore(address - page, page, state) == 0:
        address, pages = address - page, pages + 1
        data = ctypes.string_at(address, page)
        start = data.find(first)
        while start != -1:
            if data.startswith(second, start + len(first)):
                found.append(data[start : start + 60])
            start = data.find(first, start + 1)
    for thing in gc.get_objects():
        if type(thing) is dict:
            for value in list(thing.values()):
                if type(value) is str and value.startswith((first + second).decode()):
                    found.append(value.encode())
    return found, pages


def descriptors():
    found = {}
    for number in range(1024):
        try:
            mode = os.fstat(number).st_mode
        except OSError:
            continue
        kinds = {"socket": stat.S_ISSOCK, "file": stat.S_ISREG, "device": stat.S_ISCHR}
        found[number] = next((kind for kind, test in kinds.items() if test(mode)), "other")
    return found


def network(port, abstract, path):
    def tcp():
        socket.create_connection(("127.0.0.1", port), timeout=1).sendall(b"LEAK")

    def udp():
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"LEAK", ("127.0.0.1", port))

    def unix(address):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(1)
        line.connect(address)

    return _tried(
        ("tcp", tcp),
        ("udp", udp),
        ("tcp6", lambda: socket.socket(socket.AF_INET6)),
        ("raw", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)),
        ("packet", lambda: socket.socket(17, socket.SOCK_RAW)),
        ("netlink", lambda: socket.socket(16, socket.SOCK_RAW)),
        ("vsock", lambda: socket.socket(40, socket.SOCK_STREAM)),
        ("alg", lambda: socket.socket(38, socket.SOCK_SEQPACKET)),
        ("bluetooth", lambda: socket.socket(31, socket.SOCK_RAW)),
        ("abstract", lambda: unix("\0" + abstract)),
        ("path", lambda: unix(path)),
        ("names", lambda: socket.getaddrinfo("example.org", 80)),
        ("interfaces", lambda: [name for _n, name in socket.if_nameindex()] != ["lo"]),
    )


def system_calls(numbers):
    buffer = ctypes.create_string_buffer(256)
    arguments = {
        "unshare": (0x10000000,),
        "clone": (0x10000000 | 17, 0, 0, 0, 0),
        "clone into namespaces": (0x20000000 | 17, 0, 0, 0, 0),
        "mount": (b"none", b"/tmp", b"tmpfs", 0, None),
        "umount2": (b"/proc", 2),
        "chroot": (b"/tmp",),
        "pivot_root": (b"/tmp", b"/tmp"),
        "ptrace traceme": (0, 0, 0, 0),
        "ptrace attach": (16, 1, 0, 0),
        "syslog": (3, buffer, 256),
        "prlimit of another": (1, 7, None, buffer),
        "memfd_create": (b"x", 0),
        "shmget": (0, 4096, 0o1600),
        "msgget": (0, 0o1600),
        "semget": (0, 1, 0o1600),
        "setpriority": (0, 1, 19),
        "add_key": (b"user", b"x", b"y", 1, -2),
        "request_key": (b"user", b"x", None, -2),
        "keyctl": (0, -3, 1),
        "perf_event_open": (buffer, 0, -1, -1, 0),
        "io_uring_setup": (1, buffer),
        "pidfd_open": (1, 0),
        "sched_setaffinity": (1, 128, buffer),
        "quotactl_fd": (0, 0, 0, None),
    }
    return [
        name for name, number in numbers.items() if _system_call(number, *arguments.get(name, ()))
    ]


def writable_folders():
    """Try to create a file in every folder of the first levels, and beside known files."""
    found = []
    for folder, folders, _files in os.walk("/"):
        if folder.count("/") > 4:
            folders.clear()
        path = os.path.join(folder, "LEAK")
        try:
            open(path, "w").close()
            os.unlink(path)
        except OSError:
            continue
        found.append(folder)
        folders.clear()
    return found


def changeable_files():
    names = [sys.executable, os.__file__, __file__, "/env/worker/serve.py", "/etc/ld.so.cache"]
    found = _tried(*((name, lambda name=name: open(name, "r+b")) for name in names))
    return found + _tried(("chmod", lambda: os.chmod(__file__, 0o777)))


def others_alive():
    found = []
    for pid in range(1, 400):
        try:
            os.kill(pid, 0)
        except OSError:
            continue
        found.append(pid)
    return found, os.getpid()


def kill_all():
    for name in (9, 19, 15, 2, 11):
        for pid in (1, os.getppid(), -1):
            try:
                os.kill(pid, name)
            except OSError:
                continue
    return "still here"


def privileges():
    header, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    _libc.capget(header, data)
    return {
        "uid": os.getuid(),
        "groups": [group for group in os.getgroups() if group != 65534],
        "capabilities": list(data),
        "bounding": sum(_libc.prctl(23, number, 0, 0, 0) == 1 for number in range(41)),
        "no_new_privs": _libc.prctl(39, 0, 0, 0, 0),
        "dumpable": _libc.prctl(3, 0, 0, 0, 0),
        "seccomp": _libc.prctl(21, 0, 0, 0, 0),
        "core": list(resource.getrlimit(resource.RLIMIT_CORE)),
        "owns the system": os.stat("/usr").st_uid == os.getuid(),
    }


def _links(folder):
    return [f"{name} -> {os.readlink(f'{folder}/{name}')}" for name in os.listdir(folder)]


def machine():
    return {
        "host": socket.gethostname(),
        "proc": os.listdir("/proc") + _links("/proc/self"),
        "sys": os.path.exists("/sys"),
        "terminals": os.listdir("/dev/pts"),
        "home": os.listdir(os.path.expanduser("~")),
        "root": sorted(os.listdir("/")),
    }


def leave_traces(mark):
    """Leave something for a later check in every place that might last."""
    for folder in ("/tmp", "/dev/shm", "/var/tmp", "/submission", "/dev", "/dev/pts", "/run"):
        try:
            open(os.path.join(folder, mark), "w").close()
        except OSError:
            continue
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            line = socket.socket(socket.AF_UNIX)
            line.bind("\0" + mark)
            line.listen()
            while True:
                line.accept()
        os._exit(0)
    key = sum(mark.encode())
    return [
        _libc.shmget(key, 4096, 0o1666),
        _libc.msgget(key, 0o1666),
        _libc.semget(key, 1, 0o1666),
    ]


def find_traces(mark):
    found = []
    for folder in ("/tmp", "/dev/shm", "/var/tmp", "/submission", "/dev", "/dev/pts", "/run"):
        try:
            found += [f"{folder}/{name}" for name in os.listdir(folder) if name == mark]
        except OSError:
            continue
    try:
        socket.socket(socket.AF_UNIX).connect("\0" + mark)
        found.append("socket")
    except OSError:
        pass
    key = sum(mark.encode())
    for name in ("shmget", "msgget", "semget"):
        if getattr(_libc, name)(key, *([0] * (1 + (name != "msgget")))) != -1:
            found.append(name)
    return found + [f"module {mark}" for _ in (1,) if getattr(sys, mark, None)]


def loop():
    """Never end, busy."""
    while True:
        pass


def wait():
    """Never end, idle."""
    time.sleep(1000)


def burn_in_children(number):
    """Spin in several processes, each well below a limit that counts one process."""
    for _ in range(number):
        if os.fork() == 0:
            while True:
                pass
    while True:
        os.wait()


def hold_in_children(number, megabytes):
    """Hold memory in several processes, each well below a limit that counts one process."""
    for _ in range(number):
        if os.fork() == 0:
            held = bytearray(os.urandom(1 << 20)) * megabytes
            while held:
                signal.pause()
    while True:
        os.wait()


def limits():
    names = ("AS", "CPU", "FSIZE", "CORE", "NOFILE", "MEMLOCK", "MSGQUEUE", "NPROC")
    return {name: list(resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))) for name in names}


def interpreter():
    return {
        "safe path": sys.flags.safe_path,
        "no site": bool(sys.flags.no_site),
        "no user site": bool(sys.flags.no_user_site),
        "no bytecode": sys.dont_write_bytecode,
        "first": sys.path[0],
    }


def handles(number):
    return [object() for _ in range(number)]
