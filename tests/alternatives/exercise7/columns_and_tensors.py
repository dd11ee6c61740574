"""Examples as columns, as deck 002 writes a layer; the softmax by its whole matrix of slopes."""

import numpy as np

KEYS = "W1", "b1", "W2", "b2"


def sigmoid(a):
    return 0.5 + 0.5 * np.tanh(a / 2)


def softmax(a):
    e = np.exp(a - a.max(axis=0))
    return e / e.sum(axis=0)


def columns(params, x):
    W1, b1, W2, b2 = (params[key].astype(float) for key in KEYS)
    z1 = sigmoid(W1.T @ x + b1[:, None])
    return z1, W2.T @ z1 + b2[:, None], W2


def gradients(x, z1, delta2, W2):
    delta1 = (W2 @ delta2) * z1 * (1 - z1)
    values = np.einsum("dn,hn->dh", x, delta1), delta1, np.einsum("hn,cn->hc", z1, delta2), delta2
    return {
        key: value if value.ndim == 2 and key[0] == "W" else np.sum(value, axis=1)
        for key, value in zip(KEYS, values, strict=True)
    }


def forward(params, x):
    z1, a2, _ = columns(params, x[:, None])
    return z1[:, 0], sigmoid(a2[:, 0])


def backward(params, x, t):
    x, t = x.astype(float)[:, None], t[:, None]
    z1, a2, W2 = columns(params, x)
    y = sigmoid(a2)
    return gradients(x, z1, (y - t) * (y - y * y), W2)


def update(params, grads, lr):
    result = {key: value.astype(float, copy=True) for key, value in params.items()}
    for key, value in result.items():
        np.subtract(value, lr * grads[key], out=value)
    return result


def two_layer_gradient(params, x, t):
    xs = x.astype(float).T
    z1, a2, W2 = columns(params, xs)
    y = softmax(a2)
    # How log y_k moves with score j: 1 where they are the same, minus y_j.
    jacobian = np.eye(len(y))[:, :, None] - y[None, :, :]
    delta2 = -np.einsum("kn,kjn->jn", t.T.astype(float), jacobian) / t.shape[0]
    return gradients(xs, z1, delta2, W2)


def relative_error(a, n):
    a, n = a.flatten() * 1.0, n.flatten() * 1.0
    unit = max(abs(a).max(), abs(n).max())
    if unit == 0:
        return 0.0
    a, n = a / unit, n / unit
    return np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n))
