"""With integer x your Relu gives integers. Use 0.0 for 0: np.where(x > 0, x, 0.0) or np.maximum(x,
0.0).

x가 정수이면 Relu의 결과도 정수가 됩니다. 0 대신 0.0을 쓰세요: np.where(x > 0, x, 0.0) 또는 np.maximum(x, 0.0).
"""

FAILS = "test_activation_layers_leave_their_arguments"


class Relu(Relu):
    def forward(self, x):
        self.positive = x > 0
        return np.maximum(x, 0)
