"""You left the pixels between 0 and 255. A network learns badly from such large numbers: the
sigmoids saturate. Divide by 255.

픽셀을 0에서 255 사이 그대로 두었습니다. 수가 이렇게 크면 시그모이드가 포화되어 신경망이 잘 배우지 못합니다. 255로 나누세요.
"""

FAILS = "test_pixels_become_rows_from_0_to_1"


def prepare(images, labels):
    x = images.reshape(len(images), PIXELS).astype(np.float32)
    y = keras.utils.to_categorical(labels, CLASSES).astype(np.float32)
    return x, y
