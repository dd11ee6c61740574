"""Classes, dictionaries and recursion; a subclass of keras.Model."""

import keras
import numpy as np


class Encoder:
    def __init__(self, names):
        self.classes = sorted(frozenset(names))
        self.codes = dict(zip(self.classes, range(len(self.classes))))

    def __call__(self, name):
        return self.codes[name]


def encode_labels(names):
    encoder = Encoder(names)
    return np.fromiter(map(encoder, names), dtype=np.int32, count=len(names)), encoder.classes


def one_hot(codes, classes):
    if classes == 0:
        return np.zeros((len(codes), 0), bool)
    return np.concatenate([one_hot(codes, classes - 1), (codes == classes - 1)[:, None]], axis=1)


def split(X, y, test_fraction, rng):
    def divide(labels):
        if not labels:
            return [], []
        train, test = divide(labels[1:])
        rows = np.nonzero(y == labels[0])[0]
        rng.shuffle(rows)
        kept = len(rows) - round(test_fraction * len(rows))
        return train + rows[:kept].tolist(), test + rows[kept:].tolist()

    train, test = divide(np.unique(y).tolist())
    return X.take(train, axis=0), X.take(test, axis=0), y.take(train), y.take(test)


class Scaler:
    def __init__(self, table):
        self.mean, self.variance = table.mean(0), table.var(0)

    def __call__(self, table):
        spread = np.where(self.variance == 0, 1, self.variance) ** 0.5
        return np.divide(np.subtract(table, self.mean), spread)


def standardise(train, test):
    scaler = Scaler(train)
    return tuple(map(scaler, (train, test)))


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(16, "relu", kernel_initializer="random_normal")
        self.out = keras.layers.Dense(3, "softmax")

    def call(self, inputs):
        return self.out(self.hidden(inputs))


def build_model():
    model = Network()
    model(np.zeros((1, 4), np.float32))  # the weights exist from now on
    model.compile(optimizer=keras.optimizers.Adam(), loss="categorical_crossentropy", metrics=["acc"])
    return model


def evaluate(model, X, y):
    columns = model.predict(X, batch_size=3, verbose=0).argsort(axis=1)[:, -1]
    return 1.0 - float(np.count_nonzero(columns - y)) / y.size
