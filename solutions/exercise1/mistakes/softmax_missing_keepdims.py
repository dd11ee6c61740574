"""You left out `keepdims=True`. Maximum and sum then have shape (N,), and numpy lines them up
with the columns: an error for N ≠ C, wrong numbers for a square batch. With `keepdims=True`
they have shape (N, 1).

`keepdims=True`가 빠졌습니다. 그러면 최댓값과 합의 형상이 (N,)이 되어 numpy가 열에 맞춥니다.
N ≠ C이면 오류가 나고, 정사각형 배치에서는 값이 틀립니다. `keepdims=True`를 주면 형상이
(N, 1)입니다.
"""

FAILS = "test_softmax_of_a_batch"


def softmax(x):
    exps = np.exp(x - x.max(axis=-1))
    return exps / exps.sum(axis=-1)
