"""Classes of one's own: a subclass of keras.Model and a subclass of Sequential; labels by hand."""

import keras
import numpy as np
from keras import layers


def prepare(images, labels):
    x = np.array([image.ravel() for image in images], dtype="float32")
    y = np.zeros((len(labels), 10), dtype="float32")
    for row, digit in zip(y, labels):
        row[digit] = 1
    return x / np.float32(255), y


class Perceptron(keras.Model):
    def __init__(self, depth, activation, drop=0.0):
        super().__init__()
        self.hidden = [layers.Dense(128, activation=activation) for _ in range(depth)]
        self.drop = layers.Dropout(drop)
        self.scores = layers.Dense(10)
        self.build((None, 784))

    def build(self, input_shape):
        width = input_shape[-1]
        for layer in self.hidden:
            layer.build((None, width))
            width = 128
        self.scores.build((None, width))
        self.built = True

    def call(self, x, training=False):
        for layer in self.hidden:
            x = layer(x)
        return keras.ops.softmax(self.scores(self.drop(x, training=training)))


class Shallow(keras.Sequential):
    def __init__(self):
        super().__init__(name="shallow")
        self.add(layers.InputLayer(shape=(784,)))
        self.add(layers.Dense(128, keras.activations.relu))
        self.add(layers.Dropout(0.2))
        self.add(layers.Dense(10, keras.activations.softmax))


def compiled(model, optimizer):
    model.compile(optimizer, loss=["categorical_crossentropy"], metrics=["accuracy"])
    return model


def sigmoid_model():
    return compiled(Perceptron(3, "sigmoid"), keras.optimizers.SGD(1 / 10))


def relu_model():
    return compiled(Perceptron(5, "relu"), keras.optimizers.SGD(learning_rate=1 / 1000))


def dropout_model():
    return compiled(Shallow(), "adam")


def train(model, x, y, epochs, batch_size):
    found = model.fit(x, y, batch_size, epochs, verbose=2, shuffle=False).history
    return {key: [float(value) for value in values] for key, values in found.items()}
