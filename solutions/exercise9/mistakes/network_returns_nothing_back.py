"""Your backward returns nothing. It should return the slope along x, which is what the first
layer's backward returned.

backward가 아무것도 반환하지 않습니다. 첫 계층의 backward가 반환한 값, 곧 x에 대한 기울기를
반환하세요.
"""

FAILS = "test_network_of_plain_layers"


class Network(Network):
    def backward(self, dout=1):
        super().backward(dout)
