"""Bring a .git folder whose configuration runs a program."""

ROW = "A51"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}
FILES = {
    ".git/config": "[core]\n\tfsmonitor = touch @VICTIM@/git-ran\n\thooksPath = .\n",
    ".git/HEAD": "ref: refs/heads/main\n",
    ".gitattributes": "* filter=leak\n",
}


def double(x):
    return x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
