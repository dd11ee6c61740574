"""You let the perceptron fire where the sum is exactly 0: >= instead of >. There it is 0. With the
lecture's weights this makes AND(1, 0) = 1.

합이 정확히 0일 때도 1을 반환했습니다. >= 가 아니라 > 를 쓰세요. 0에서는 0입니다. 강의의 가중치로
계산하면 AND(1, 0)이 1이 되어 버립니다.
"""

FAILS = "test_perceptron_at_the_boundary"


def perceptron(x, w, b):
    return 1 if np.sum(x * w) + b >= 0 else 0
