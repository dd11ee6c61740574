"""You leave the hidden size out, as the slide's class does: W1 is (D, H) and W2 is (H, C), with H
= hidden_size.

슬라이드의 클래스처럼 은닉층의 크기를 쓰지 않았습니다. H = hidden_size로 W1은 (D, H), W2는 (H,
C)입니다.
"""

FAILS = "test_first_parameters"


class TwoLayerNet(TwoLayerNet):
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {
            "W1": weight_init_std * rng.standard_normal((input_size, output_size)),
            "b1": np.zeros(output_size),
            "W2": weight_init_std * rng.standard_normal((output_size, output_size)),
            "b2": np.zeros(output_size),
        }
