"""Without rng all your networks have the same weights: np.random.default_rng(0) begins at the
same place each time. Give it no seed.

rng를 주지 않으면 신경망의 가중치가 모두 같습니다. np.random.default_rng(0)은 언제나 같은
곳에서 시작합니다. 시드를 주지 마세요.
"""

FAILS = "test_networks_without_a_generator_differ"


class TwoLayerNet(TwoLayerNet):
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):
        if rng is None:
            rng = np.random.default_rng(0)
        self.params = {
            "W1": weight_init_std * rng.standard_normal((input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * rng.standard_normal((hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
