"""You compute in float32, which has about 7 digits: too few for a step of 0.0001, so the slopes
are wrong in the third digit. Use float64 (float).

float32로 계산했습니다. 약 7자리뿐이라 0.0001의 변화를 담기에 부족해서 기울기가 셋째 자리부터 틀립니다.
float64(float)를 쓰세요.
"""

FAILS = "test_gradient_of_least_squares"


def numerical_gradient(f, x, h=1e-4):
    point = x.astype(np.float32)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        value = point[index]
        point[index] = value + h
        above = f(point)
        point[index] = value - h
        below = f(point)
        point[index] = value
        gradient[index] = (above - below) / (2 * h)
    return gradient
