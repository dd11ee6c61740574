"""You call f with one entry, f(x[i] + h). f takes the whole array: only there does it see the
other entries. Change one entry inside the array and pass the array.

f를 f(x[i] + h)처럼 원소 하나로 불렀습니다. f는 배열 전체를 받습니다. 그래야 다른 원소들도 볼 수 있습니다.
배열 안에서 한 원소만 바꾸고 배열을 넘기세요.
"""

FAILS = "test_gradient_of_mixed_terms"


def numerical_gradient(f, x, h=1e-4):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        gradient[index] = numerical_diff(f, float(x[index]), h)
    return gradient
