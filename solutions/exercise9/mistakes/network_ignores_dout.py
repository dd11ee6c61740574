"""Your backward starts with 1 whatever dout is. Hand dout to the last layer.

dout이 무엇이든 backward가 1에서 시작합니다. dout을 마지막 계층에 넘기세요.
"""

FAILS = "test_network_with_a_loss"


class Network(Network):
    def backward(self, dout=1):
        return super().backward(1 if np.ndim(dout) == 0 else dout)
