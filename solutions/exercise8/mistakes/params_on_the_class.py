"""All your networks share one dict of parameters, because it belongs to the class. Make it in
__init__: self.params = {...}.

파라미터의 딕셔너리가 클래스에 있어서 모든 신경망이 함께 씁니다. __init__에서 self.params =
{...}로 만드세요.
"""

FAILS = "test_each_network_uses_its_own_parameters"


class TwoLayerNet(TwoLayerNet):
    shared = {}

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = self.shared
        self.params["W1"] = weight_init_std * rng.standard_normal((input_size, hidden_size))
        self.params["b1"] = np.zeros(hidden_size)
        self.params["W2"] = weight_init_std * rng.standard_normal((hidden_size, output_size))
        self.params["b2"] = np.zeros(output_size)
