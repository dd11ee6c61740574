"""Sequential.add with input_shape, and a training loop that calls fit once for each epoch."""

import numpy as np
from keras.layers import Activation, Dense, Dropout
from keras.models import Sequential
from keras.optimizers import SGD, Adam


def prepare(images, labels):
    x = images.reshape(-1, 28 * 28) / np.float32(255)
    return x.astype("float32"), (labels.reshape(-1, 1) == np.arange(10)).astype("float32")


def dense(model, activation, **more):
    model.add(Dense(units=128, **more))
    model.add(Activation(activation))


def finish(model, optimizer):
    model.add(Dense(10, activation="softmax"))
    model.compile(loss="categorical_crossentropy", optimizer=optimizer, metrics=["accuracy"])
    return model


def sigmoid_model():
    model = Sequential()
    dense(model, "sigmoid", input_shape=(784,))
    dense(model, "sigmoid")
    dense(model, "sigmoid")
    return finish(model, SGD(learning_rate=0.1))


def relu_model():
    model = Sequential()
    dense(model, "relu", input_dim=784)
    for _ in range(4):
        dense(model, "relu")
    return finish(model, SGD(learning_rate=0.001, momentum=0.0, nesterov=False))


def dropout_model():
    model = Sequential()
    dense(model, "relu", input_dim=784)
    model.add(Dropout(1 - 0.8))
    return finish(model, Adam(learning_rate=1e-3, beta_1=0.9, beta_2=0.999))


def train(model, x, y, epochs, batch_size):
    history = {}
    for _ in range(epochs):
        once = model.fit(x, y, epochs=1, batch_size=batch_size, verbose="auto")
        for key, values in once.history.items():
            history.setdefault(key, []).extend(values)
    return history
