"""You subtracted inside x (`x -= ...`), so the scores of whoever called you have changed. Write
`x = x - ...`, which makes a new array.

x 안에서 뺐습니다(`x -= ...`). 그래서 함수를 부른 쪽의 점수가 바뀌었습니다. 새 배열을 만드는
`x = x - ...`를 쓰세요.
"""

FAILS = "test_softmax_leaves_its_argument"


def softmax(x):
    x -= x.max(axis=-1, keepdims=True)
    exps = np.exp(x)
    return exps / exps.sum(axis=-1, keepdims=True)
