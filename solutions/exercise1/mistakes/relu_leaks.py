"""Your ReLU lets 0.01 x through on the negative side. That is the leaky ReLU; the plain one is
exactly 0 there.

음수 쪽에서 0.01 x가 새어 나옵니다. 그것은 leaky ReLU입니다. 보통의 ReLU는 그곳에서 정확히
0입니다.
"""

FAILS = "test_relu_is_0_up_to_0"


def relu(x):
    return np.where(x > 0, x, 0.01 * x)
