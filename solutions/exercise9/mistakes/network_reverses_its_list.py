"""self.layers.reverse() turns the list round and leaves it so: the next forward runs backwards.
reversed(self.layers) changes nothing.

self.layers.reverse()는 리스트 자체를 뒤집어 놓아, 다음 순전파가 거꾸로 갑니다. reversed(self.layers)는 아무것도 바꾸지 않습니다.
"""

FAILS = "test_network_of_plain_layers"


class Network(Network):
    def backward(self, dout=1):
        self.layers.reverse()
        for layer in self.layers:
            dout = layer.backward(dout)
        return dout
