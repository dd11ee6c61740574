"""You draw W2 before W1. The order decides which random numbers each gets: first W1, then W2.

W2를 W1보다 먼저 뽑았습니다. 뽑는 순서에 따라 난수가 달라집니다. W1을 먼저, W2를 다음에
뽑으세요.
"""

FAILS = "test_first_parameters"


class TwoLayerNet(TwoLayerNet):
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):
        if rng is None:
            rng = np.random.default_rng()
        W2 = weight_init_std * rng.standard_normal((hidden_size, output_size))
        W1 = weight_init_std * rng.standard_normal((input_size, hidden_size))
        self.params = {"W1": W1, "b1": np.zeros(hidden_size), "W2": W2, "b2": np.zeros(output_size)}
