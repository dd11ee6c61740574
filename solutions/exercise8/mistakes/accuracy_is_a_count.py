"""You return how many rows are right. Divide by the number of rows: the accuracy is a share from
0 to 1.

맞힌 행의 개수를 반환했습니다. 행의 수로 나누세요. 정확도는 0과 1 사이의 비율입니다.
"""

FAILS = "test_accuracy_of_one_hot_rows_and_labels"


class TwoLayerNet(TwoLayerNet):
    def accuracy(self, x, t):
        y = self.predict(x)
        labels = t.argmax(axis=1) if t.ndim == 2 else t
        return np.sum(y.argmax(axis=1) == labels)
