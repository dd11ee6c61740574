"""You used Python's `max(alpha * x, x)` or an `if`, which compares two numbers only and raises
ValueError for an array. `np.where(x > 0, x, alpha * x)` chooses entry by entry.

파이썬의 `max(alpha * x, x)`나 `if`를 썼습니다. 수 두 개만 비교할 수 있어 배열을 주면
ValueError가 납니다. `np.where(x > 0, x, alpha * x)`는 원소별로 고릅니다.
"""

FAILS = "test_leaky_relu_uses_alpha"


def leaky_relu(x, alpha=0.01):
    return max(alpha * x, x)
