"""Replace the worker's own code: what it loads, sends and counts."""

import sys

ROW = "B16"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


for _module in list(sys.modules.values()):
    if hasattr(_module, "Host"):
        _module.Host.answer = lambda self, request: ["value", True, [], {}]
        _module.MAX_HANDLES = 10**9
    if hasattr(_module, "MAX_HEADER") and hasattr(_module, "Writer"):
        _module.MAX_HEADER = _module.MAX_BODY = _module.MAX_DEPTH = 10**9


def double(x):
    return "x" * (64 << 20)


softmax = double


def train(f, steps):
    return 0.0
