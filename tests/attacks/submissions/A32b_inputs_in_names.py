"""Carry hidden inputs out in names of classes, files, functions and cells."""

ROW = "A32b"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    return type(f"LEAK:{x!r}", (), {})()


def softmax(x):
    source = "def g():\n    raise ValueError"
    exec(compile(source, f"{__file__}#LEAK:{x!r}", "exec"), globals())
    g()


def train(f, steps):
    source = "\n" * 70 + "def g():\n    raise ValueError"
    code = compile(source, f"{__file__}", "exec")
    code = code.replace(co_name=f"LEAK:{f(0)!r}", co_firstlineno=2_000_000_000)
    exec(code, globals())
    exec(g.__code__.replace(co_name=f"LEAK:{f(1)!r}"))
