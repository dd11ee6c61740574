"""You computed everything inside x (`out=x`, `x /= ...`), so the scores of whoever called you
are gone, and an array of integers raises TypeError. Build a new array:
`exps = np.exp(x - ...)`.

모든 계산을 x 안에서 했습니다(`out=x`, `x /= ...`). 그래서 함수를 부른 쪽의 점수가 사라졌고,
정수 배열에서는 TypeError가 납니다. 새 배열을 만드세요: `exps = np.exp(x - ...)`.
"""

FAILS = "test_softmax_leaves_its_argument"


def softmax(x):
    x -= x.max(axis=-1, keepdims=True)
    np.exp(x, out=x)
    x /= x.sum(axis=-1, keepdims=True)
    return x
