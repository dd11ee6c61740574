"""Hand in a saved model whose configuration runs code when somebody loads it."""

ROW = "A53"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}
FILES = {
    "model.keras": "PK\x03\x04config.json",
    "config.json": (
        '{"class_name": "Lambda", "config": {"function": {"class_name": "function", "config": '
        '"os.system", "module": "os"}, "arguments": {"command": "touch /tmp/LEAK"}}}'
    ),
    "model.weights.h5": "LEAK",
}


def double(x):
    import json

    layer = json.load(open("config.json"))["config"]["function"]
    return getattr(__import__(layer["module"]), layer["config"].partition(".")[2])


def softmax(x):
    return open("/submission/model.weights.h5").read()


def train(f, steps):
    import zipfile

    return zipfile.ZipFile("model.keras").namelist()
