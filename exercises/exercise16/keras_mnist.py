"""Exercise 16: networks for MNIST with Keras. See README.md."""

import keras  # noqa: F401 - for the tasks
import numpy as np  # noqa: F401 - for the tasks


def prepare(images, labels):
    """Turn images and labels into what a network trains on.

    Parameters
    ----------
    images : numpy.ndarray
        Images of 28 · 28 pixels from 0 to 255, shape (N, 28, 28), dtype uint8; N is at least 1.
    labels : numpy.ndarray
        The digits on them, from 0 to 9, shape (N,), of any integer dtype. Not every digit need
        appear.

    Returns
    -------
    x : numpy.ndarray
        A row for each image, line after line, every pixel divided by 255: shape (N, 784), float32.
    y : numpy.ndarray
        A row for each label, 1 at the place of the digit and 0 elsewhere: shape (N, 10), float32.

    Notes
    -----
    Return both, ``return x, y``. The given arrays stay as they are.
    """
    raise NotImplementedError("Task 1: prepare")


def sigmoid_model():
    """Make and compile deck 003's first network: three hidden layers with sigmoids.

    Returns
    -------
    keras.Model
        For rows of 784 numbers: three dense layers of 128 units with sigmoid, then a dense layer of
        10 units with softmax. Compiled with SGD at a learning rate of 0.1, categorical cross
        entropy and ``metrics=["accuracy"]``.

    Notes
    -----
    Every layer has a bias. The model knows its 784 inputs from the start and has all its weights
    when it is returned. The loss is given probabilities, so it is no ``from_logits=True``. Each
    call makes a new model. Initial weights are Keras's own.
    """
    raise NotImplementedError("Task 2: sigmoid_model")


def relu_model():
    """Make and compile deck 003's second network: five hidden layers with ReLU.

    Returns
    -------
    keras.Model
        For rows of 784 numbers: five dense layers of 128 units with ReLU, then a dense layer of 10
        units with softmax. Compiled with SGD at a learning rate of 0.001, categorical cross entropy
        and ``metrics=["accuracy"]``.

    Notes
    -----
    What is said of ``sigmoid_model`` holds here too.
    """
    raise NotImplementedError("Task 3: relu_model")


def dropout_model():
    """Make and compile the network of TensorFlow's own introduction: dropout and Adam.

    Returns
    -------
    keras.Model
        For rows of 784 numbers: a dense layer of 128 units with ReLU, dropout of a fifth of its
        outputs (rate 0.2), then a dense layer of 10 units with softmax. Compiled with Adam in
        its usual settings, categorical cross entropy and ``metrics=["accuracy"]``.

    Notes
    -----
    What is said of ``sigmoid_model`` holds here too.
    """
    raise NotImplementedError("Task 4: dropout_model")


def train(model, x, y, epochs, batch_size):
    """Train a compiled model on all rows and return how it went.

    Parameters
    ----------
    model : keras.Model
        A model as the functions above make it. It is trained itself, as it is: not a copy, not
        compiled again. It may have been trained before; then the training goes on.
    x : numpy.ndarray
        Prepared images, shape (N, 784), float32. Use them all, as they are.
    y : numpy.ndarray
        Prepared labels, shape (N, 10), float32.
    epochs : int
        How often every row is seen, at least 1.
    batch_size : int
        Rows of one step. What is left over at the end of an epoch makes a smaller batch.

    Returns
    -------
    dict
        Lists under ``"loss"`` and ``"accuracy"``, with one float for each epoch, as Keras reports
        them. Other keys do no harm.
    """
    raise NotImplementedError("Task 5: train")
