"""max(z - α, 0) turns every negative weight into 0. Shrink the absolute value and keep the sign:
sign(z) · max(|z| - α, 0).

max(z - α, 0)은 음수인 가중치를 모두 0으로 만듭니다. 부호는 그대로 두고 절댓값을 줄이세요: sign(z) · max(|z| - α, 0).
"""

FAILS = "test_lasso"


def soft_threshold(z, t):
    return max(z - t, 0.0)
