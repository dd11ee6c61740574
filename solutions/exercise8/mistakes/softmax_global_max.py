"""You subtract the largest score of the whole batch. In a row whose scores are all far below it,
every exp is 0, and 0 / 0 is NaN. Subtract the maximum of each row.

배치 전체에서 가장 큰 점수를 뺐습니다. 점수가 모두 그보다 훨씬 작은 행에서는 exp가 전부 0이
되고, 0 / 0은 NaN입니다. 행마다 최댓값을 빼세요.
"""

FAILS = "test_predict_of_large_sums"


def softmax(a):
    e = np.exp(a - a.max())
    return e / e.sum(axis=1, keepdims=True)
