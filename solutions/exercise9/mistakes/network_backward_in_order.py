"""Your backward visits the layers from the first to the last. The slope comes from the loss: go
back, reversed(self.layers).

backward가 첫 계층부터 차례로 돕니다. 기울기는 손실에서 오므로 거꾸로 가세요: reversed(self.layers).
"""

FAILS = "test_network_of_plain_layers"


class Network(Network):
    def backward(self, dout=1):
        for layer in self.layers:
            dout = layer.backward(dout)
        return dout
