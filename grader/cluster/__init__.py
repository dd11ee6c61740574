"""Slots on other machines: the workers of a Dask cluster grade as this machine's processes do.

    coordinator ── the course, once ──────► worker: a private copy, a nursery, a judge
                ── Work, one by one ──────► slots.illustrate there ─► Attempt ─► gradebook here

A worker here is Dask's: a process that judges. No disk is shared. It grades with the very files
that were sent and with the versions that are here, or refuses. Only ``grade batch --scheduler``
imports this folder, and with it Dask.
"""

from grader.errors import UsageError
from grader.language import gettext as _

try:
    import distributed  # noqa: F401 - only to know that it is there
except ImportError:  # an extra, which most courses do without
    raise UsageError(
        _("--scheduler needs Dask. Install it: pip install 'deepgrade[cluster]'.")
    ) from None

from grader.cluster.coordinator import Cluster, executor

__all__ = ["Cluster", "executor"]
