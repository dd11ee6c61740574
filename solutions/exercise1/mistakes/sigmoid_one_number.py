"""You used `math.exp`, which takes one number only and raises TypeError for an array. `np.exp`
works on arrays of any shape.

`math.exp`를 썼습니다. 수 하나만 받으므로 배열을 주면 TypeError가 납니다. `np.exp`는 어떤 형상의
배열에도 쓸 수 있습니다.
"""

FAILS = "test_sigmoid_rises_symmetrically"

import math


def sigmoid(x):
    return np.asarray(1 / (1 + math.exp(-x)))
