"""You look for the largest entry of each column (axis=0): that is the best example of a class,
not the best class of an example. Use axis=1.

열마다 가장 큰 원소를 찾았습니다(axis=0). 그것은 클래스마다 고른 예제이지 예제마다 고른 클래스가
아닙니다. axis=1을 쓰세요.
"""

FAILS = "test_accuracy_of_one_hot_rows_and_labels"


class TwoLayerNet(TwoLayerNet):
    def accuracy(self, x, t):
        y = self.predict(x)
        labels = t.argmax(axis=0) if t.ndim == 2 else t
        return np.mean(y.argmax(axis=0) == labels)
