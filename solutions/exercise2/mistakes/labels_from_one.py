"""You subtracted 1 from the labels, as if classes were counted from 1. Label 0 then picks the
last column. Labels count from 0.

클래스를 1부터 세는 것처럼 레이블에서 1을 뺐습니다. 그러면 레이블 0이 마지막 열을 가리킵니다.
레이블은 0부터 셉니다.
"""

FAILS = "test_labels_and_one_hot_rows_agree"


def cross_entropy(y, t):
    y, t = as_floats(y), np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t.astype(int) - 1]
    return -np.sum(t * np.log(y + 1e-7)) / (y.size // y.shape[-1])
