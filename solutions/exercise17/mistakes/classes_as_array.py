"""Your `classes` is a numpy array; a list is asked. Add `.tolist()`.

`classes`가 numpy 배열입니다. 리스트로 반환해야 하므로 `.tolist()`를 붙이세요.
"""

FAILS = "test_classes_are_all_names_once"


def encode_labels(names):
    classes, codes = np.unique(names, return_inverse=True)
    return codes, classes
