"""You number the names in the order in which they appear. Then the codes depend on how the file is
sorted; number them in alphabetical order.

이름이 나타나는 순서대로 번호를 매겼습니다. 그러면 파일의 순서에 따라 코드가 달라집니다. 알파벳 순서로
매기세요.
"""

FAILS = "test_codes_are_places_in_the_alphabet"


def encode_labels(names):
    classes = list(dict.fromkeys(names))
    return np.array([classes.index(name) for name in names]), classes
