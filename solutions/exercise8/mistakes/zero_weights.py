"""Your weights begin as zeros. Then all hidden units are alike and stay alike for ever; draw the
weights at random.

가중치가 모두 0에서 시작합니다. 그러면 은닉층의 노드가 모두 같고 끝까지 같습니다. 가중치는
무작위로 뽑으세요.
"""

FAILS = "test_first_parameters"


class TwoLayerNet(TwoLayerNet):
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {
            "W1": np.zeros((input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": np.zeros((hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
