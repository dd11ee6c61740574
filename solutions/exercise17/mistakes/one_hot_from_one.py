"""You leave column 0 empty and add a column, as if codes counted from 1. That is what
`to_categorical` does with the slide's [1, 2, 3]: 4 columns for 3 classes.

코드가 1부터인 것처럼 0번 열을 비우고 열을 하나 더했습니다. 슬라이드의 [1, 2, 3]을 `to_categorical`에
넣었을 때와 같습니다. 클래스는 3개인데 열은 4개입니다.
"""

FAILS = "test_one_hot_rows"


def one_hot(codes, classes):
    return np.eye(classes + 1)[codes + 1]
