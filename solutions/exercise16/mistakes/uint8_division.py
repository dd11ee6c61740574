"""You divided whole numbers by `//`, or turned the quotients into whole numbers: every pixel is 0,
and only 255 becomes 1. Change the dtype to float32 first, then divide by `/`.

정수끼리 `//`로 나누었거나 나눈 값을 정수로 바꾸어 픽셀이 모두 0이고 255만 1이 됩니다. 먼저 float32로 바꾸고 `/`로 나누세요.
"""

FAILS = "test_pixels_become_rows_from_0_to_1"


def prepare(images, labels):
    x = (images.reshape(len(images), PIXELS) // 255).astype(np.float32)
    y = keras.utils.to_categorical(labels, CLASSES).astype(np.float32)
    return x, y
