"""Your accuracy takes one-hot rows alone. t may also hold labels, with a single axis; then it
needs no arg max.

accuracy가 원-핫만 받습니다. t는 축이 하나인 레이블일 수도 있으며, 그때는 arg max가 필요
없습니다.
"""

FAILS = "test_accuracy_of_one_hot_rows_and_labels"


class TwoLayerNet(TwoLayerNet):
    def accuracy(self, x, t):
        y = self.predict(x)
        labels = t.argmax(axis=1)
        return np.mean(y.argmax(axis=1) == labels)
