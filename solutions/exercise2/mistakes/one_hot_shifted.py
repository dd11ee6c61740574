"""You subtracted 1 from each label, as if labels began at 1. Label 0 then becomes column -1,
which is the last one. Labels count from 0.

레이블이 1부터 시작하는 것처럼 1을 뺐습니다. 그러면 레이블 0은 -1번, 곧 마지막 열이 됩니다.
레이블은 0부터 셉니다.
"""

FAILS = "test_one_hot_of_random_labels"


def one_hot(labels, classes):
    rows = np.zeros((len(labels), classes))
    rows[np.arange(len(labels)), labels.astype(int) - 1] = 1
    return rows
