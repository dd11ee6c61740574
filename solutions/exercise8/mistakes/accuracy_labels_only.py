"""Your accuracy takes labels alone. When t has two axes it is one-hot: turn it into labels with
t.argmax(axis=1).

accuracy가 레이블만 받습니다. t의 축이 둘이면 원-핫이니 t.argmax(axis=1)로 레이블로 바꾸세요.
"""

FAILS = "test_accuracy_of_one_hot_rows_and_labels"


class TwoLayerNet(TwoLayerNet):
    def accuracy(self, x, t):
        y = self.predict(x)
        labels = t
        return np.mean(y.argmax(axis=1) == labels)
