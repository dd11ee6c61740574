"""Load answers from a file handed in beside the module."""

import pickle

ROW = "A33"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}
FILES = {"weights.pkl": "cbuiltins\nabs\n.", "answers.txt": "0.25"}


def double(x):
    return pickle.load(open("weights.pkl", "rb"))(x)


def softmax(x):
    return open("/submission/answers.txt").read()


def train(f, steps):
    return 0.0
