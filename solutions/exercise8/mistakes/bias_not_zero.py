"""You draw the biases at random too. They begin as zeros, and only W1 and W2 are drawn.

편향도 무작위로 뽑았습니다. 편향은 0에서 시작하고, W1과 W2만 뽑습니다.
"""

FAILS = "test_first_parameters"


class TwoLayerNet(TwoLayerNet):
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {
            "W1": weight_init_std * rng.standard_normal((input_size, hidden_size)),
            "b1": weight_init_std * rng.standard_normal(hidden_size),
            "W2": weight_init_std * rng.standard_normal((hidden_size, output_size)),
            "b2": weight_init_std * rng.standard_normal(output_size),
        }
