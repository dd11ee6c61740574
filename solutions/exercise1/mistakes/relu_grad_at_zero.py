"""Your slope is 1 at 0 (`>=`). The ReLU has a corner there; in this course its slope at 0 is 0,
so compare with `>`.

0에서 기울기가 1입니다(`>=`). ReLU는 0에서 꺾입니다. 이 수업에서는 0에서의 기울기를 0으로
정하므로 `>`로 비교하세요.
"""

FAILS = "test_relu_grad_is_0_at_0"


def relu_grad(x):
    return np.where(x >= 0, 1.0, 0.0)
