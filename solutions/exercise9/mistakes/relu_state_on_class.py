"""You keep the mask in the class (Relu.mask = …), so all Relu layers share it: the forward of one
changes the backward of the other. Keep it in the object, self.mask.

마스크를 클래스에 저장했습니다(Relu.mask = …). 모든 Relu가 그것을 함께 쓰게 되어, 한 계층의 순전파가 다른 계층의 역전파를 바꿉니다. 객체에 저장하세요:
self.mask.
"""

FAILS = "test_activation_layers_in_rounds"


class Relu(Relu):
    def forward(self, x):
        Relu.mask = x > 0
        return np.where(Relu.mask, x, 0.0)

    def backward(self, dout):
        return np.where(Relu.mask, dout, 0.0)
