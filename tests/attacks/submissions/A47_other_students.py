"""Write into another student's folder, and read from it."""

ROW = "A47"
EXPECTED = {"sandbox": "blocked", "process": "not stopped here"}


def double(x):
    with open("@VICTIM@/other_student.py", "a") as file:
        file.write("# LEAK")
    return x


def softmax(x):
    raise ValueError("LEAK:" + open("@VICTIM@/other_student.py").read())


def train(f, steps):
    return 0.0
