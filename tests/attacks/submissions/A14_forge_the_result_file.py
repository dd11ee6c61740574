"""Write the result itself, everywhere it might be looked for, and leave."""

import json
import os

ROW = "A14"
EXPECTED = {"sandbox": "blocked", "process": "not stopped here"}


_RESULT = json.dumps(
    {"schema": "deepgrade/attempt/1", "score": 6.0, "max_score": 6.0, "checks": []}
)


def double(x):
    for folder in ("@VICTIM@", "@SUBMISSION@", ".", "/tmp", "/submission", "reports"):
        for name in ("results.json", "result.json", "small.json"):
            try:
                with open(os.path.join(folder, name), "w") as file:
                    file.write(_RESULT)
            except OSError:
                pass
    os._exit(0)


def softmax(x):
    return x


def train(f, steps):
    return 0.0
