"""Your gradient already changes the parameters. It only measures; train takes the step.

gradient에서 이미 파라미터를 바꾸었습니다. gradient는 기울기를 구하기만 하고, 갱신은 train이
합니다.
"""

FAILS = "test_gradient_changes_nothing"


class TwoLayerNet(TwoLayerNet):
    def gradient(self, x, t):
        grads = super().gradient(x, t)
        for key in grads:
            self.params[key] = self.params[key] - 0.1 * grads[key]
        return grads
