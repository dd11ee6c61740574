"""All your trees share one root, because it belongs to the class (or is a global variable). Store
it in self.

모든 트리가 루트 하나를 함께 씁니다. 루트를 클래스나 전역 변수에 두었기 때문입니다. self에 저장하세요.
"""

FAILS = "test_trees_of_whole_numbers_fitted_twice"


class DecisionTree(DecisionTree):
    def fit(self, X, y):
        type(self).root = grow(X, y, self.max_depth)
