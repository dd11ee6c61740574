"""You keep x in the class (Affine.x = …), so all Affine layers share it: the forward of one changes
the backward of the other. Keep it in the object, self.x.

x를 클래스에 저장했습니다(Affine.x = …). 모든 Affine이 그것을 함께 쓰게 되어, 한 계층의 순전파가 다른 계층의 역전파를 바꿉니다. 객체에 저장하세요: self.x.
"""

FAILS = "test_affine_rounds"


class Affine(Affine):
    def forward(self, x):
        y = super().forward(x)
        Affine.shared = self.x, self.shape
        return y

    def backward(self, dout):
        self.x, self.shape = Affine.shared
        return super().backward(dout)
