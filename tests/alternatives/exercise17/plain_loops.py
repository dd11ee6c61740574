"""Plain Python loops over single numbers; the network layer by layer with add()."""

import math

import numpy as np


def encode_labels(names):
    classes = []
    for name in names:
        if name not in classes:
            classes.append(name)
    classes.sort()
    codes = np.zeros(len(names), dtype=int)
    for i in range(len(names)):
        for code in range(len(classes)):
            if classes[code] == names[i]:
                codes[i] = code
    return codes, classes


def one_hot(codes, classes):
    rows = []
    for code in codes:
        rows.append([1 if column == code else 0 for column in range(classes)])
    return np.array(rows)


def split(X, y, test_fraction, rng):
    left = {}
    for label in y:
        left[int(label)] = left.get(int(label), 0) + 1
    wanted = {label: round(test_fraction * count) for label, count in left.items()}
    X_train, X_test, y_train, y_test = [], [], [], []
    for i in rng.permutation(len(y)):
        if wanted[int(y[i])] > 0:
            wanted[int(y[i])] -= 1
            X_test.append(X[i])
            y_test.append(y[i])
        else:
            X_train.append(X[i])
            y_train.append(y[i])
    return np.array(X_train), np.array(X_test), np.array(y_train), np.array(y_test)


def standardise(train, test):
    n, columns = train.shape
    new_train, new_test = np.empty((n, columns)), np.empty(test.shape)
    for j in range(columns):
        mean = math.fsum(train[:, j]) / n
        std = math.sqrt(math.fsum((value - mean) ** 2 for value in train[:, j]) / n)
        if min(train[:, j]) == max(train[:, j]):
            std = 1
        for i in range(n):
            new_train[i, j] = (train[i, j] - mean) / std
        for i in range(len(test)):
            new_test[i, j] = (test[i, j] - mean) / std
    return new_train, new_test


def build_model():
    from tensorflow.keras.layers import Activation, Dense, Input
    from tensorflow.keras.models import Sequential

    model = Sequential()
    model.add(Input(shape=(4,)))
    model.add(Dense(16))
    model.add(Activation("relu"))
    model.add(Dense(3))
    model.add(Activation("softmax"))
    model.compile(optimizer="Adam", loss="categorical_crossentropy")
    return model


def evaluate(model, X, y):
    right = 0
    for row, code in zip(model.predict(X, verbose=0).tolist(), y):
        if row.index(max(row)) == code:
            right += 1
    return right / len(y)
