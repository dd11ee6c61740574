"""For a matrix you call f with one row at a time, as the book's version for batches does. Here f
takes the whole array: only there does it see the other rows. Change one entry and pass all of x.

행렬일 때 책의 배치용 코드처럼 f를 한 행씩 불렀습니다. 여기서 f는 배열 전체를 받습니다. 그래야 다른 행도 볼
수 있습니다. 원소 하나를 바꾸고 x 전체를 넘기세요.
"""

FAILS = "test_gradient_has_the_shape_of_x"

_gradient = numerical_gradient


def numerical_gradient(f, x, h=1e-4):
    if x.ndim == 1:
        return _gradient(f, x, h)
    return np.array([numerical_gradient(f, row, h) for row in x])
