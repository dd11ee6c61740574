"""Every defence there is, how to switch it off, and which test must then fail.

``ablation`` makes these edits, one at a time, on a copy of the project. A defence whose absence
no test notices is a defence nobody would miss.
"""

# ruff: noqa: E501 - a quoted line of code is as long as it is

from typing import NamedTuple

CORPUS = "tests/attacks/test_corpus.py"
INSIDE = "tests/attacks/test_nothing_to_see.py"
DEEDS = "tests/attacks/test_one_check_only.py"
LIMITS = "tests/attacks/test_limits.py"
WIRE = "tests/unit/test_wire.py"
JUDGE, PROXIES = "tests/unit/test_judge.py", "tests/unit/test_proxy.py"
EXPECT = "tests/unit/test_expect.py"
COMPARE = "tests/unit/test_compare.py"
FOLDER = "tests/unit/test_intake_folder.py"
ARCHIVE = "tests/unit/test_intake_archive.py"
NOTEBOOK = "tests/unit/test_intake_notebook.py"
BULK, LABELS = "tests/unit/test_intake_bulk.py", "tests/unit/test_intake_labels.py"
GIT = "tests/unit/test_intake_git.py"
PAGE = "tests/unit/test_report_html.py"
TERMINAL = "tests/unit/test_report_terminal.py"
IN_SANDBOX = f"{CORPUS}::test_an_attack_in_the_sandbox_achieves_nothing"


class Edit(NamedTuple):
    """Replace the only place where `old` stands in a file."""

    file: str
    old: str
    new: str


class Defence(NamedTuple):
    """What protects, the edits that remove it, and the tests of which one must fail then."""

    name: str
    edits: tuple[Edit, ...]
    tests: tuple[str, ...]


def _defence(name: str, file: str, old: str, new: str, *tests: str) -> Defence:
    return Defence(name, (Edit(f"grader/{file}", old, new),), tests)


PROC = """\
    mount_memory("/proc", 1)
    os.mkdir("/proc/self")  # noqa: PTH102
    # TensorFlow aborts where it cannot read this link, or the command line of a "python".
    os.symlink("worker", "/proc/self/exe")  # noqa: PTH211
    make_read_only("/proc")
"""
CONFINE, NURSERY = "worker/confine.py", "worker/nursery.py"
SANDBOX, CONNECTION, PROXY = "worker/sandbox.py", "worker/connection.py", "worker/proxy.py"
REFERENCES = "worker/references.py"

CONFINEMENT = (
    _defence("Linux capabilities are given up", CONFINE,
             '    _call("capset", header, bytes(24))\n', "",
             f"{INSIDE}::test_it_runs_without_privileges"),
    _defence("capabilities never come back", CONFINE,
             "    for capability in range(64):", "    for capability in range(0):",
             f"{INSIDE}::test_it_runs_without_privileges"),
    _defence("real root is left", CONFINE,
             "    if os.getuid() == 0:\n", "    if False:\n",
             f"{INSIDE}::test_it_runs_without_privileges"),
    _defence("the memory of cell and check is closed to others", NURSERY,
             "            confine.hide_from_others()\n            _run_cell(channel)", "            _run_cell(channel)",
             f"{INSIDE}::test_it_runs_without_privileges"),
    _defence("the system-call filter", CONFINE,
             "    _install_filter()\n\n\n", "\n\n",
             f"{INSIDE}::test_dangerous_system_calls_are_refused"),
    _defence("the filter refuses by number", CONFINE,
             "    for number in refused:", "    for number in ():",
             f"{INSIDE}::test_dangerous_system_calls_are_refused"),
    _defence("the filter refuses clone into namespaces", CONFINE,
             "        (_ANY_BIT, 0, 1, _NEW_ANY),", "        (_ANY_BIT, 0, 1, 0),",
             f"{INSIDE}::test_dangerous_system_calls_are_refused"),
    _defence("the filter refuses calls it does not know", CONFINE,
             "_NEWEST = 462", "_NEWEST = 9999",
             f"{INSIDE}::test_dangerous_system_calls_are_refused"),
    _defence("the filter allows sockets of Unix only", CONFINE,
             '_ONLY = {"socket": 1, "socketpair": 1, "prlimit64": 0}', '_ONLY = {"prlimit64": 0}',
             f"{INSIDE}::test_there_is_no_network_and_no_socket_of_the_machine"),
    _defence("the filter keeps limits one's own", CONFINE,
             '_ONLY = {"socket": 1, "socketpair": 1, "prlimit64": 0}',
             '_ONLY = {"socket": 1, "socketpair": 1}',
             f"{INSIDE}::test_dangerous_system_calls_are_refused"),
    _defence("a network of each cell's own", CONFINE,
             "NEW_USER | NEW_PIDS | NEW_MOUNTS | NEW_NET | NEW_IPC",
             "NEW_USER | NEW_PIDS | NEW_MOUNTS | NEW_IPC",
             f"{INSIDE}::test_a_running_check_leaves_no_trace_for_another_cell"),
    Defence("any network namespace at all", (
        Edit("grader/worker/confine.py", "NEW_MOUNTS | NEW_NET | NEW_IPC | NEW_UTS)",
             "NEW_MOUNTS | NEW_IPC | NEW_UTS)"),
        Edit("grader/worker/confine.py", '_ONLY = {"socket": 1, "socketpair": 1, "prlimit64": 0}',
             '_ONLY = {"prlimit64": 0}'),
        Edit("grader/worker/sandbox.py", '"--unshare-pid", "--unshare-net", "--unshare-ipc"',
             '"--unshare-pid", "--unshare-ipc"')),
        (f"{IN_SANDBOX}[A43_network]",)),
    _defence("processes of each cell's own", CONFINE,
             "NEW_USER | NEW_PIDS | NEW_MOUNTS", "NEW_USER | NEW_MOUNTS",
             f"{INSIDE}::test_it_sees_no_process_but_its_cell_and_itself"),
    _defence("a /tmp of each check's own", CONFINE,
             '    mount_memory("/tmp", disk_mb)  # noqa: S108 - a fresh private mount\n', "",
             f"{INSIDE}::test_only_its_own_folders_can_be_written_to",
             f"{INSIDE}::test_a_check_leaves_no_trace_for_the_next"),
    _defence("a /dev/shm of each check's own", CONFINE,
             '    mount_memory("/dev/shm", disk_mb)  # noqa: S108\n', "",
             f"{INSIDE}::test_only_its_own_folders_can_be_written_to"),
    _defence("/proc is covered", CONFINE,
             PROC, "",
             f"{INSIDE}::test_what_the_machine_shows_of_itself"),
    _defence("the submission is read-only inside", NURSERY,
             "    confine.make_read_only(SUBMISSION_FOLDER)\n", "",
             f"{INSIDE}::test_only_its_own_folders_can_be_written_to"),
    Defence("the tree is read-only", (  # to root's nobody it would be read-only even so
        Edit("grader/worker/sandbox.py", '"--remount-ro", "/dev", "--remount-ro", "/", "--chdir"', '"--chdir"'),
        Edit("grader/worker/confine.py", "    if os.getuid() == 0:\n", "    if False:\n")),
        (f"{INSIDE}::test_only_its_own_folders_can_be_written_to",)),
    Defence("descriptors are closed in the check", (
        Edit("grader/worker/nursery.py",
             "        confine.close_descriptors({0, 1, 2, wire_number})\n        confine.limit(",
             "        confine.limit("),
        Edit("grader/worker/nursery.py",
             "    if pid == 0:\n        channel.close()\n        try:\n            _check_process",
             "    if pid == 0:\n        try:\n            _check_process")),
        (f"{INSIDE}::test_the_only_open_descriptors_are_input_output_and_the_wire",)),
    _defence("everything a check started is killed", NURSERY,
             "        os.kill(-1, signal.SIGKILL)", "        os.kill(pid, signal.SIGKILL)",
             f"{INSIDE}::test_everything_a_check_started_is_gone"),
    _defence("CPU time is summed over processes", NURSERY,
             "            if cpu > bounds.cpu_seconds:", "            if cpu > 1e9:",
             f"{LIMITS}::test_cpu_time_of_many_processes_counts_together"),
    _defence("memory is summed over processes", NURSERY,
             "            if memory > bounds.memory_mb:", "            if memory > 1e9:",
             f"{LIMITS}::test_memory_of_many_processes_counts_together"),
    _defence("the kernel's limits", CONFINE,
             "            resource.setrlimit(number, (soft, hard))", "            pass",
             f"{LIMITS}::test_the_kernel_keeps_limits_for_each_process"),
    _defence("a limit on processes", CONFINE,
             "    if processes is not None:", "    if False:",
             f"{LIMITS}::test_the_kernel_keeps_limits_for_each_process"),
    _defence("no core dumps", CONFINE, '        ("RLIMIT_CORE", 0, 0),\n', "",
             f"{INSIDE}::test_it_runs_without_privileges"),
    Defence("an empty environment", (
        Edit("grader/worker/sandbox.py", "        env={},\n", ""),
        Edit("grader/worker/sandbox.py", '"--new-session", "--clearenv"', '"--new-session"')),
        (f"{INSIDE}::test_the_judges_environment_is_neither_in_the_workers_nor_in_its_memory",)),
    _defence("our packages are covered", SANDBOX,
             '_OWN_NAMES = ("grader", "reference", "deepgrade*", "_deepgrade*", "__editable__*", "*.pth")',
             '_OWN_NAMES = ("nothing",)',
             f"{INSIDE}::test_nothing_of_ours_is_found_by_searching",
             f"{INSIDE}::test_no_module_of_ours_can_be_imported"),
    _defence("no terminal inside", SANDBOX,
             '    yield from ("--tmpfs", "/dev/pts", "--remount-ro", "/dev/pts")\n', "",
             f"{INSIDE}::test_what_the_machine_shows_of_itself"),
    _defence("a host name of its own", SANDBOX,
             '    yield from ("--hostname", "sandbox")\n', "",
             f"{INSIDE}::test_what_the_machine_shows_of_itself"),
    _defence("the folder of the submission never comes first", SANDBOX,
             'PYTHON_FLAGS = ("-s", "-P", "-S", "-B")', 'PYTHON_FLAGS = ("-s", "-B")',
             f"{LIMITS}::test_the_interpreter_is_started_without_site_and_user_folders"),
)  # fmt: skip

BOUNDARY = (
    _defence("no bytes beside a frame", "worker/reader.py",
             "        if self._position != len(self._body):", "        if False:",
             f"{LIMITS}::test_a_second_frame_is_refused"),
    _defence("frames are bounded before they are read", "worker/wire.py",
             "    if header_size > MAX_HEADER or body_size > limit:", "    if False:",
             f"{WIRE}::test_a_promise_of_too_much_is_refused_before_any_memory_is_taken"),
    _defence("values are bounded in depth", "worker/reader.py",
             '            if depth > MAX_DEPTH:\n                raise WireError("a frame nested too deeply")',
             "            if False:\n                pass",
             f"{WIRE}::test_a_frame_may_not_nest_deeper_than_the_judge_can_walk",
             f"{WIRE}::test_depth_is_bounded_alike_on_both_sides"),
    _defence("dict entries are bounded", "worker/reader.py",
             '        if self._entries > MAX_ENTRIES:\n            raise WireError("a frame with more dict',
             '        if False:\n            raise WireError("a frame with more dict',
             f"{WIRE}::test_keys_chosen_to_collide_are_too_few_to_matter"),
    _defence("values are bounded in number", "worker/reader.py",
             "        if self._extensions > MAX_EXTENSIONS + 1:", "        if False:",
             f"{WIRE}::test_the_hardest_frame_to_read_is_read_quickly"),
    _defence("only the listed types are sent", "worker/writer.py",
             "        if kind in ATOMS:\n            return value\n        if depth > MAX_DEPTH:\n            raise WireError(f",
             "        if isinstance(value, tuple(ATOMS)):\n            return value\n        if depth > MAX_DEPTH:\n            raise WireError(f",
             f"{WIRE}::test_nothing_else_crosses"),
    _defence("only the listed dtypes cross", "worker/reader.py",
             "    if code in DTYPES:\n        return np.dtype(code)", "    if True:\n        return np.dtype(code)",
             f"{WIRE}::test_a_malformed_array_is_refused"),
    _defence("bytes that are no value of the dtype are refused", "worker/reader.py",
             '    if array.dtype.kind == "b" and array.size and array.view(np.uint8).max() > 1:',
             "    if False:",
             f"{WIRE}::test_a_malformed_array_is_refused"),
    _defence("MessagePack's own maps are refused", "worker/reader.py",
             "        if kind is dict and id(value) not in self._dicts:", "        if False:",
             f"{WIRE}::test_a_malformed_header_is_refused"),
    _defence("a broken frame is the student's failure", CONNECTION,
             '            raise StudentError("malformed", message=str(error)) from None\n        finally:',
             "            raise\n        finally:",
             f"{LIMITS}::test_a_second_frame_is_refused"),
    _defence("replies have one of the known forms", CONNECTION,
             '            raise StudentError(kind, type_name[:80], message[:MAX_MESSAGE], tuple(_frames(frames)))\n    raise StudentError("malformed", message="a reply of no known form")',
             "            raise StudentError(kind, type_name[:80], message[:MAX_MESSAGE], tuple(_frames(frames)))\n    return reply",
             f"{LIMITS}::test_a_reply_of_another_form_is_refused"),
    _defence("a budget of time", CONNECTION,
             "        deadline = begun + self._left\n", "        deadline = begun + 30\n",
             f"{DEEDS}::test_the_time_of_all_checks_is_bounded_together"),
    _defence("a budget of time that shared students use too", "suite/bench.py",
             "            self._left -= self._session_slots[path].spent()\n", "",
             f"{JUDGE}::test_time_of_a_shared_student_counts_for_all_checks_together"),
    _defence("a budget of time that loading in vain uses too", "suite/bench.py",
             "            self._left -= slot.spent()\n            self._start_ahead(slot)\n            raise",
             "            self._start_ahead(slot)\n            raise",
             f"{JUDGE}::test_time_of_loading_in_vain_counts_for_all_checks_together"),
    _defence("no function of the judge's in a reply", REFERENCES,
             "        if kind is wire.Callback:", "        if False:",
             f"{PROXIES}::test_an_invented_reference_is_a_recorded_failure_of_the_submission"),
    _defence("callbacks are bounded in number", CONNECTION,
             "        if self._callbacks > MAX_CALLBACKS:", "        if False:",
             f"{LIMITS}::test_callbacks_are_bounded_in_number"),
    _defence("callbacks are bounded in size", CONNECTION,
             "                if wire.weight([args, kwargs]) > MAX_CALLBACK:", "                if False:",
             f"{LIMITS}::test_callbacks_are_bounded_in_size"),
    _defence("a callback's own error stays in the judge", CONNECTION,
             '                except Exception:  # noqa: BLE001 - the student passed what the function cannot take\n                    return ["raise"]',
             '                except ZeroDivisionError:\n                    return ["raise"]',
             f"{LIMITS}::test_what_a_function_of_the_judge_raises_stays_there"),
    _defence("callback numbers cannot be guessed", REFERENCES,
             "            number = secrets.randbits(62)\n            self._functions",
             "            number = len(self._functions)\n            self._functions",
             f"{LIMITS}::test_numbers_of_functions_and_tokens_cannot_be_guessed"),
    _defence("tokens cannot be guessed", REFERENCES,
             "            number = secrets.randbits(62)\n            self._objects",
             "            number = len(self._objects)\n            self._objects",
             f"{LIMITS}::test_numbers_of_functions_and_tokens_cannot_be_guessed"),
    _defence("no call inside a callback", PROXY,
             "        if self._busy:", "        if False:",
             f"{LIMITS}::test_a_callback_cannot_use_the_submission"),
    _defence("what is recorded is bounded", PROXY,
             "        if self._room >= 0 and len(self.exchanges_) < MAX_RECORDED:",
             "        if True:",
             f"{LIMITS}::test_what_is_recorded_is_bounded"),
    _defence("handles are bounded", "worker/serve.py",
             "        if len(self._objects) >= MAX_HANDLES:", "        if False:",
             f"{LIMITS}::test_handles_are_bounded"),
)  # fmt: skip

VERDICT = (
    _defence("shape comes first", "suite/compare.py",
             "    if array.shape != expected.shape:\n        return", "    if array.ndim > 9:\n        return",
             f"{IN_SANDBOX}[A24_empty_arrays]", f"{IN_SANDBOX}[A25_broadcasting]", COMPARE),
    _defence("finiteness before value", "suite/compare.py",
             "        if unwanted.any():\n            return", "        if False:\n            return",
             f"{COMPARE}"),
    _defence("the kind of dtype counts", "suite/compare.py",
             "    if fits:\n        return None\n    if expected", "    if True:\n        return None\n    if expected",
             f"{COMPARE}"),
    _defence("the oracle sees the judge's own arguments", "suite/expect.py",
             "        expected = oracle(*self._given[0], **self._given[1]) if callable(oracle) else oracle",
             "        expected = oracle(*self._after[0], **self._after[1]) if callable(oracle) else oracle",
             f"{IN_SANDBOX}[A26_nan_in_place]", f"{IN_SANDBOX}[A27_mutate_the_input]"),
    _defence("changed arguments are seen", "worker/serve.py",
             "        after = [changed(old, new) for old, new in zip(before, args, strict=True)]",
             "        after = [wire.SAME for old, new in zip(before, args, strict=True)]",
             f"{EXPECT}"),
    _defence("no conftest of anybody", "suite/run.py", '"--noconftest",\n', "\n",
             f"{LIMITS}::test_pytest_reads_no_configuration_beside_the_suite"),
    _defence("pytest reads the judge's configuration only", "suite/run.py",
             '        f"-c{INI}", f"--rootdir={exercise.root}", ', '        f"--rootdir={exercise.root}", ',
             f"{LIMITS}::test_pytest_reads_no_configuration_beside_the_suite"),
    _defence("a worker cannot cause broken", "suite/run.py",
             "not self._solution_passes(item)", "True",
             f"{LIMITS}::test_a_value_no_check_can_use_is_the_students_failure"),
    _defence("hidden checks hold back", "suite/verdicts.py",
             "        level = self._feedback if hidden else Feedback.FULL", "        level = Feedback.FULL",
             f"{IN_SANDBOX}[A32_inputs_in_messages]", f"{IN_SANDBOX}[A41_output_flood]",
             f"{IN_SANDBOX}[B13_hostile_exceptions]"),
    _defence("the seed is secret", "judge.py",
             "    return secrets.randbits(63)", "    return 7",
             f"{LIMITS}::test_the_seed_comes_from_the_operating_system"),
    _defence("each check has numbers of its own", "suite/plugin.py",
             '    return np.random.default_rng([seed, int.from_bytes(digest[:8], "big")])',
             "    return np.random.default_rng(0)",
             f"{LIMITS}::test_inputs_depend_on_the_seed_and_the_check"),
    _defence("a score never exceeds the points", "judge.py",
             "    return min(round(math.fsum(points), 9), most)", "    return math.fsum(points) + 1",
             f"{LIMITS}::test_a_score_is_never_more_than_the_exercise_gives"),
)  # fmt: skip

INTAKE = (
    _defence("links are not followed", "intake/folder.py",
             '"O_NOFOLLOW", ', "", f"{FOLDER}::test_a_file_that_becomes_a_link_while_reading_is_not_followed",
             f"{FOLDER}::test_a_link_to_a_folder_is_not_followed"),
    _defence("only regular files are opened", "intake/folder.py",
             "    if stat.S_ISREG(mode):\n        return\n", "    return\n",
             f"{FOLDER}::test_a_device_is_refused"),
    _defence("opening never waits", "intake/folder.py",
             '"O_NONBLOCK", ', "", f"{FOLDER}::test_a_file_that_becomes_a_pipe_while_reading_does_not_hang"),
    _defence("a file is bounded", "intake/folder.py",
             "    if len(content) > most:\n        raise", "    if False:\n        raise",
             f"{FOLDER}::test_a_large_file_is_refused"),
    _defence("a folder's entries are bounded", "intake/folder.py",
             "    if len(names) > MOST_ENTRIES:", "    if False:",
             f"{FOLDER}::test_a_crowded_folder_is_refused"),
    _defence("all files together are bounded", "intake/submission.py",
             "    if sum(map(len, files.values())) > TOTAL_BYTES:", "    if False:",
             f"{FOLDER}::test_files_together_are_bounded"),
    _defence("caches and bytecode are ignored", "intake/selection.py",
             '    return name.startswith(".") or name in _JUNK', "    return False",
             f"{FOLDER}::test_caches_and_bytecode_are_ignored",
             f"{ARCHIVE}::test_caches_and_what_macos_adds_are_ignored"),
    _defence("no path leaves an archive", "intake/archive.py",
             '    if name.startswith("/") or ".." in parts or re.match("[A-Za-z]:", name):', "    if False:",
             f"{ARCHIVE}::test_a_path_that_leaves_the_archive_is_refused"),
    _defence("no name twice in an archive", "intake/archive.py",
             "        if parts[-1] in files:", "        if False:",
             f"{ARCHIVE}::test_the_same_name_twice_is_refused"),
    _defence("archives unpack to a bounded size", "intake/archive.py",
             "    return min(ARCHIVE_BYTES, max(_RATIO_FLOOR, RATIO * stored))", "    return 1 << 40",
             f"{ARCHIVE}::test_a_zip_bomb_is_refused",
             f"{ARCHIVE}::test_a_gzip_bomb_is_refused_before_it_is_unpacked"),
    _defence("archives hold a bounded number of files", "intake/zip.py",
             "    if raw.count(_ENTRY) > MOST_MEMBERS:", "    if False:",
             f"{ARCHIVE}::test_a_crowded_archive_is_refused",
             f"{ARCHIVE}::test_a_long_list_of_members_is_refused_before_it_is_built"),
    _defence("no links or devices in a zip", "intake/zip.py",
             "    if stat.S_IFMT(info.external_attr >> 16) not in _KINDS:", "    if False:",
             f"{ARCHIVE}::test_a_zip_with_a_link_or_a_device_is_refused"),
    _defence("no links or devices in a tar", "intake/tar.py",
             "            elif info.type != tarfile.DIRTYPE:\n                refuse_special(path, name)\n", "",
             f"{ARCHIVE}::test_a_tar_with_a_link_or_a_device_is_refused"),
    _defence("only packings of bounded memory", "intake/zip.py",
             "    if info.compress_type not in _METHODS:", "    if False:",
             f"{ARCHIVE}::test_an_unusual_packing_is_refused"),
    _defence("whatever a parser raises is explained", "intake/archive.py",
             "    except Exception as error:  # noqa: BLE001", "    except KeyError as error:  # noqa: BLE001",
             f"{ARCHIVE}::test_what_is_no_archive_is_called_damaged"),
    _defence("Korean names of old zips are read", "intake/zip.py",
             'for encoding in ("utf-8", "cp949"):', 'for encoding in ("utf-8",):',
             f"{ARCHIVE}::test_zip_names_without_a_declared_encoding_are_read"),
    _defence("identities are composed", "intake/student.py",
             '        name = unicodedata.normalize("NFC", name).strip()', "        name = name.strip()",
             f"{FOLDER}::test_korean_names_are_one_whatever_system_wrote_them"),
    _defence("an identity is no path and has nothing unseen", "intake/student.py",
             '        if character in "/\\\\" or unicodedata.category(character) in _UNSEEN:', "        if False:",
             f"{FOLDER}::test_a_name_that_is_no_identity_is_refused"),
    _defence("a class's archive holds a bounded number of files", "intake/zip.py",
             "        if len(data) == most or data.count(_ENTRY) > MOST_OF_A_CLASS:", "        if False:",
             f"{BULK}::test_a_crowd_of_members_is_refused"),
    _defence("a member of a class's archive unpacks to a bounded size", "intake/zip.py",
             "allowed_bytes(info.compress_size)", "1 << 40", f"{BULK}::test_a_bad_member_harms_no_other"),
    _defence("a platform's name has one reading", "intake/labels.py",
             "    if file and _TWO_WAYS.fullmatch(file):", "    if False:",
             f"{LABELS}::test_a_name_that_can_be_read_in_two_ways_is_refused"),
    _defence("a name and a number are one student's", "intake/class_folder.py",
             "    if len(known) > 1:", "    if False:",
             f"{BULK}::test_a_name_and_a_number_of_two_students_are_nobodys"),
    Defence("git fetches nothing", (
        Edit("grader/intake/git.py", '    "GIT_ALLOW_PROTOCOL": "none",\n', ""),
        Edit("grader/intake/git.py", '    "GIT_NO_LAZY_FETCH": "1",\n', "")),
        (f"{GIT}::test_a_hostile_repository_runs_nothing",)),
    _defence("git replaces no object", "intake/git.py",
             '"--no-replace-objects",', "", f"{GIT}::test_a_hostile_repository_runs_nothing"),
    _defence("git gets an environment of our own", "intake/git.py",
             "    return kept | _ENVIRONMENT", "    return {**os.environ, **_ENVIRONMENT}",
             f"{GIT}::test_git_is_told_of_no_other_settings"),
    _defence("links in a repository are refused", "intake/git.py",
             "        if blob.mode not in _FILE_MODES:", "        if False:",
             f"{GIT}::test_links_and_submodules_are_refused_and_harm_nobody_else"),
    _defence("a file in a repository is bounded before it is read", "intake/git.py",
             "        if blob.size > most:", "        if False:",
             f"{GIT}::test_a_large_file_is_refused_before_it_is_read"),
    _defence("git ends in time", "intake/git.py",
             "        timer.start()\n", "", f"{GIT}::test_a_command_that_does_not_end_is_ended"),
)  # fmt: skip

SINKS = (
    _defence("what is invisible becomes visible", "report/clean.py",
             '    return _INVISIBLE.sub(_escape, text.replace("\\r\\n", "\\n"))', "    return text",
             PAGE, TERMINAL),
    _defence("a name stays on its line", "report/clean.py",
             '    return " ".join(visible(text).split())', "    return visible(text)",
             PAGE, TERMINAL),
    _defence("HTML is escaped", "report/html.py", "        autoescape=True,\n", "        autoescape=False,\n", PAGE),
    _defence("the page forbids scripts and loading", "report/templates/base.html",
             "default-src 'none'", "default-src *", PAGE),
    _defence("reports are written whole", "report/whole.py",
             '        with draft.open("xb") as file:', '        draft = target\n        with draft.open("wb") as file:',
             "tests/unit/test_whole.py"),
)  # fmt: skip

DEFENCES = (*CONFINEMENT, *BOUNDARY, *VERDICT, *INTAKE, *SINKS)
