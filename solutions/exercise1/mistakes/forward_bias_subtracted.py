"""You subtracted the bias. Each layer adds it: activation(z @ W + b).

편향을 뺐습니다. 각 층에서는 편향을 더합니다: activation(z @ W + b).
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights, biases):
        z = activation(np.dot(z, W) - b)
    return z
