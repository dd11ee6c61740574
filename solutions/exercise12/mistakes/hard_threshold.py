"""Weights below the threshold become 0, but you leave the others as they are. Those shrink too,
by the same amount: sign(z) · max(|z| - α, 0).

임계값 아래의 가중치는 0이 되지만 나머지를 그대로 두었습니다. 나머지도 같은 양만큼 줄어야
합니다: sign(z) · max(|z| - α, 0).
"""

FAILS = "test_lasso"


def soft_threshold(z, t):
    return z if abs(z) > t else 0.0
