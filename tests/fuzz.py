"""How many cases a fuzzer tries: 200 here, as many as DEEPGRADE_FUZZ says in CI (10,000)."""

import os

from hypothesis import HealthCheck, settings

CASES = int(os.environ.get("DEEPGRADE_FUZZ", "200"))

fuzz = settings(
    max_examples=CASES,
    deadline=5000,  # a hang is a failure
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=not os.environ.get("DEEPGRADE_FUZZ"),
)
