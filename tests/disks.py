"""Disks in memory, as small or as read-only as a test needs them. Only root can mount them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_AS_ROOT = () if os.geteuid() == 0 else ("sudo", "-n")


def mount(place: Path, options: str) -> None:
    """Mount a disk; skip the test where that cannot be done, but in CI fail it."""
    place.mkdir(parents=True, exist_ok=True)
    options = f"uid={os.geteuid()},{options}"
    command = [*_AS_ROOT, "mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    done = shutil.which(command[0]) and subprocess.run(command, capture_output=True, check=False)
    if not done or done.returncode:
        assert not os.environ.get("CI"), "no disk can be mounted: CI must be root, or have sudo"
        pytest.skip("no disk can be mounted here: not tried with a small or read-only one")


def remount(place: Path, options: str) -> None:
    """Change what holds for a disk."""
    subprocess.run([*_AS_ROOT, "mount", "-o", f"remount,{options}", str(place)], check=True)


def unmount(place: Path) -> None:
    """Take a disk away."""
    subprocess.run([*_AS_ROOT, "umount", "-l", str(place)], check=True)
