"""You return `classes` first and the codes second, as `np.unique` does. Here the codes come first.

`np.unique`처럼 `classes`를 먼저, 코드를 나중에 반환했습니다. 여기서는 코드가 먼저입니다.
"""

FAILS = "test_codes_are_places_in_the_alphabet"


def encode_labels(names):
    classes, codes = np.unique(names, return_inverse=True)
    return classes.tolist(), codes
