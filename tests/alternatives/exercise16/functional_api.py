"""The functional API from tensorflow, with activations, flattening and softmax as their own layers."""

import tensorflow as tf
from tensorflow.keras import Input, Model, layers, losses, metrics, optimizers


def prepare(images, labels):
    x = tf.reshape(tf.cast(images, tf.float32) * (1.0 / 255.0), (-1, 784)).numpy()
    return [x, tf.one_hot(labels, 10).numpy()]


def stacked(units, activation, optimizer):
    inputs = Input(shape=(784,), name="pixels")
    h = layers.Flatten()(inputs)
    for n in units:
        h = layers.Dense(n)(h)
        h = layers.Activation(activation)(h)
    outputs = layers.Softmax()(layers.Dense(10)(h))
    model = Model(inputs, outputs)
    model.compile(
        optimizer=optimizer,
        loss=losses.CategoricalCrossentropy(),
        metrics=[metrics.CategoricalAccuracy(name="accuracy")],
    )
    return model


def sigmoid_model():
    return stacked([128] * 3, tf.nn.sigmoid, optimizers.SGD(0.1))


def relu_model():
    return stacked([128] * 5, "relu", optimizers.SGD(1e-3, name="slow"))


def dropout_model():
    inputs = Input((784,))
    h = layers.Dropout(rate=0.2)(layers.ReLU()(layers.Dense(128)(inputs)))
    model = Model(inputs, layers.Dense(10, activation=tf.nn.softmax)(h))
    model.compile(optimizers.Adam(), loss=losses.categorical_crossentropy, metrics=["accuracy"])
    return model


def train(model, x, y, epochs, batch_size):
    data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(len(x)).batch(batch_size)
    return dict(model.fit(data, epochs=epochs, verbose=0).history)
