"""You sort the names backwards, so the last name of the alphabet has the code 0.

이름을 거꾸로 정렬해서 알파벳의 마지막 이름이 0이 되었습니다.
"""

FAILS = "test_codes_are_places_in_the_alphabet"


def encode_labels(names):
    classes = sorted(set(names), reverse=True)
    return np.array([classes.index(name) for name in names]), classes
