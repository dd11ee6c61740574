"""You count the classes from 1, as the slide of deck 004 does. Codes count from 0: LabelEncoder gives
0, 1, 2, and Keras takes a code for the number of a column.

004 강의의 슬라이드처럼 클래스를 1부터 셌습니다. 코드는 0부터 셉니다. LabelEncoder의 결과는 0, 1, 2이고,
Keras는 코드를 열 번호로 씁니다.
"""

FAILS = "test_codes_are_places_in_the_alphabet"


def encode_labels(names):
    classes = sorted(set(names))
    return np.array([classes.index(name) + 1 for name in names]), classes
