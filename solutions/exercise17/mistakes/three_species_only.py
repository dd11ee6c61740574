"""You wrote the three species of Iris into the code, so no other names can be encoded. Take the names
from the argument.

붓꽃의 세 품종을 코드에 직접 써 넣어서 다른 이름은 바꿀 수 없습니다. 이름은 인수에서 가져오세요.
"""

FAILS = "test_codes_are_places_in_the_alphabet"


def encode_labels(names):
    classes = ["Iris-setosa", "Iris-versicolor", "Iris-virginica"]
    return np.array([classes.index(name) for name in names]), classes
