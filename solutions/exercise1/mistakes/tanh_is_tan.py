"""You called `np.tan`, the tangent of an angle. The activation is `np.tanh`, the hyperbolic
tangent.

각도의 탄젠트인 `np.tan`을 불렀습니다. 활성화 함수는 쌍곡탄젠트 `np.tanh`입니다.
"""

FAILS = "test_tanh_is_a_stretched_sigmoid"


def tanh(x):
    return np.tan(x)
