"""Your `classes` has a name as often as it occurs. Each name belongs there once: sort the `set` of
the names.

`classes`에 같은 이름이 나온 횟수만큼 들어 있습니다. 이름마다 한 번만 있어야 합니다. 이름들의 `set`을
정렬하세요.
"""

FAILS = "test_classes_are_all_names_once"


def encode_labels(names):
    known = sorted(set(names))
    return np.array([known.index(name) for name in names]), sorted(names)
