"""You called `np.max(x, 0)`. Its 0 is an axis, so it returns the largest entry along that axis
and the shape shrinks. `np.maximum(x, 0.0)` compares every entry with 0.

`np.max(x, 0)`을 불렀습니다. 여기서 0은 축이므로 그 축을 따라 가장 큰 원소를 반환하고 형상이
줄어듭니다. `np.maximum(x, 0.0)`이 모든 원소를 0과 비교합니다.
"""

FAILS = "test_relu_is_0_up_to_0"


def relu(x):
    return np.max(x, 0)
