"""Settings for all tests: property tests without a clock, and the same ones each time in CI.

A shell lets what it starts in the background ignore Ctrl-C, and children inherit that: the commands
that tests interrupt must not.
"""

import os
import signal

from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
signal.signal(signal.SIGINT, signal.default_int_handler)
