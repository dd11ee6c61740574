"""You used Python's `max(0, x)` or an `if`, which compares two numbers only. For an array it
would have to decide about all entries at once and raises ValueError. `np.maximum(0.0, x)`
compares entry by entry.

파이썬의 `max(0, x)`나 `if`를 썼습니다. 수 두 개만 비교할 수 있어서, 배열을 주면 모든 원소를
한꺼번에 판단해야 하므로 ValueError가 납니다. `np.maximum(0.0, x)`은 원소별로 비교합니다.
"""

FAILS = "test_relu_is_0_up_to_0"


def relu(x):
    return max(0.0, x)
