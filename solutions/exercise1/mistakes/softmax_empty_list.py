"""You collected the rows in a list. With no rows the list is empty and its array has shape
(0,), not (0, C). Compute with the whole array and `axis=-1`, or start from `np.zeros(x.shape)`.

행을 리스트에 모았습니다. 행이 없으면 리스트가 비어 배열의 형상이 (0, C)가 아니라 (0,)이 됩니다.
`axis=-1`로 배열 전체를 계산하거나 `np.zeros(x.shape)`에서 시작하세요.
"""

FAILS = "test_softmax_of_an_empty_batch"


def softmax(x):
    if x.ndim == 2:
        return np.array([softmax(row) for row in x])
    exps = np.exp(x - x.max())
    return exps / exps.sum()
