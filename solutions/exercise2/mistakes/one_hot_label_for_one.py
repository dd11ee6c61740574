"""You wrote the label itself into its column instead of 1, so the row of label 0 is empty. Each
row holds a single 1.

해당하는 열에 1이 아니라 레이블 값을 넣었습니다. 그래서 레이블 0의 행은 비어 있습니다. 각
행에는 1이 하나 있어야 합니다.
"""

FAILS = "test_one_hot_of_random_labels"


def one_hot(labels, classes):
    rows = np.zeros((len(labels), classes))
    rows[np.arange(len(labels)), labels] = labels
    return rows
