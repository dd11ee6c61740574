"""You always multiply the weights by 0.01. Multiply by the argument weight_init_std.

가중치에 언제나 0.01을 곱했습니다. 인수로 받은 weight_init_std를 곱하세요.
"""

FAILS = "test_first_parameters"


class TwoLayerNet(TwoLayerNet):
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {
            "W1": 0.01 * rng.standard_normal((input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": 0.01 * rng.standard_normal((hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
