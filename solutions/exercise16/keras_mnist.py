"""Model answer of exercise16: networks for MNIST with Keras."""

import keras
import numpy as np

PIXELS = 28 * 28
CLASSES = 10


def prepare(images, labels):
    """Turn images into rows of numbers from 0 to 1, and labels into one-hot rows."""
    x = images.reshape(len(images), PIXELS).astype(np.float32) / 255
    y = keras.utils.to_categorical(labels, CLASSES).astype(np.float32)
    return x, y


def sigmoid_model():
    """Three hidden layers with sigmoids, trained by SGD."""
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128, activation="sigmoid"),
            keras.layers.Dense(128, activation="sigmoid"),
            keras.layers.Dense(128, activation="sigmoid"),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.1),
        loss="categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


def relu_model():
    """Five hidden layers with ReLU, trained by SGD in small steps."""
    model = keras.Sequential([keras.Input((PIXELS,))])
    for _layer in range(5):
        model.add(keras.layers.Dense(128, activation="relu"))
    model.add(keras.layers.Dense(CLASSES, activation="softmax"))
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.001),
        loss="categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


def dropout_model():
    """One hidden layer with ReLU and dropout, trained by Adam."""
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dropout(0.2),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model


def train(model, x, y, epochs, batch_size):
    """Train the model as it is and return how the training went."""
    history = model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0)
    return history.history
