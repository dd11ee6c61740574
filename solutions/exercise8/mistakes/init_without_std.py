"""Your weights have a standard deviation of 1, as on the slide. Multiply them by weight_init_std:
from large weights the network learns to read only 90 % of MNIST.

가중치의 표준편차가 슬라이드처럼 1입니다. weight_init_std를 곱하세요. 큰 가중치에서 시작하면
MNIST를 90%밖에 못 읽습니다.
"""

FAILS = "test_first_parameters"


class TwoLayerNet(TwoLayerNet):
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {
            "W1": rng.standard_normal((input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": rng.standard_normal((hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
