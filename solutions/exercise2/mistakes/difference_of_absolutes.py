"""You subtracted absolute values, |h| - |y|. What counts is the absolute value of the
difference, |h - y|.

절댓값끼리 뺐습니다(|h| - |y|). 필요한 것은 차의 절댓값 |h - y|입니다.
"""

FAILS = "test_mean_absolute_error_is_a_loss"


def mean_absolute_error(h, y):
    return np.mean(np.abs(as_floats(h)) - np.abs(as_floats(y)))
