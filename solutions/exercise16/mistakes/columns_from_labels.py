"""You made as many columns as the largest label asks for. When no 9 is among the labels, a column is
missing. Say that there are ten classes.

가장 큰 레이블까지만 열을 만들었습니다. 레이블에 9가 없으면 열이 하나 모자랍니다. 클래스가 열 개라고 알려 주세요.
"""

FAILS = "test_labels_become_one_hot_rows"


def prepare(images, labels):
    x = images.reshape(len(images), PIXELS).astype(np.float32) / 255
    y = keras.utils.to_categorical(labels).astype(np.float32)
    return x, y
