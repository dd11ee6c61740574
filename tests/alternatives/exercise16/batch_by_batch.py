"""Batches by hand with train_on_batch, rows shuffled by numpy; settings in a table; eye for labels."""

import keras
import numpy as np

LAYERS = {
    "sigmoid": ["sigmoid"] * 3,
    "relu": ["relu"] * 5,
    "dropout": ["relu", 0.2],
}


def prepare(images, labels):
    x = np.divide(images, 255, dtype=np.float32).reshape(images.shape[0], -1)
    return x, np.eye(10, dtype=np.float32).take(labels, axis=0)


def network(name, optimizer):
    model = keras.models.Sequential([keras.layers.Input(shape=(784,))], name=name)
    for kind in LAYERS[name]:
        model.add(
            keras.layers.Dropout(kind)
            if isinstance(kind, float)
            else keras.layers.Dense(128, activation=kind, kernel_initializer="he_normal")
        )
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer, "categorical_crossentropy", metrics=["accuracy"])
    return model


def sigmoid_model():
    return network("sigmoid", keras.optimizers.SGD(0.1))


def relu_model():
    return network("relu", keras.optimizers.SGD(0.001))


def dropout_model():
    return network("dropout", keras.optimizers.Adam(0.001))


def train(model, x, y, epochs, batch_size):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order = np.random.permutation(len(x))
        model.reset_metrics()
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            seen = model.train_on_batch(x[rows], y[rows], return_dict=True)
        for key in history:  # Keras goes on averaging until the metrics are reset
            history[key].append(float(seen[key]))
    return history
