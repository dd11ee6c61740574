"""You subtracted the maximum after exp: exp(x) - max instead of exp(x - max). The maximum
belongs inside the parentheses, where it cancels.

exp를 취한 뒤에 최댓값을 뺐습니다: exp(x - max)가 아니라 exp(x) - max입니다. 최댓값은 괄호
안에서 빼야 서로 지워집니다.
"""

FAILS = "test_softmax_of_a_batch"


def softmax(x):
    exps = np.exp(x) - x.max(axis=-1, keepdims=True)
    return exps / exps.sum(axis=-1, keepdims=True)
