"""You look up each name in the list of all names, so its code is the row where it first occurs.
Look it up in the list of the different names.

이름을 전체 이름의 리스트에서 찾아서, 처음 나온 행의 번호가 코드가 되었습니다. 서로 다른 이름의 리스트에서
찾으세요.
"""

FAILS = "test_codes_are_places_in_the_alphabet"


def encode_labels(names):
    return np.array([names.index(name) for name in names]), sorted(set(names))
