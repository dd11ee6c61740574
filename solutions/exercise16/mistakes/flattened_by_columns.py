"""You read each image column by column. The row must hold it line after line, which is what
`reshape` does with an image as it is, without transposing it.

이미지를 열을 따라 읽었습니다. 한 행에는 이미지의 줄이 차례로 들어가야 합니다. 전치하지 않고 `reshape`하면 그렇게 됩니다.
"""

FAILS = "test_pixels_become_rows_from_0_to_1"


def prepare(images, labels):
    x = images.transpose(0, 2, 1).reshape(len(images), PIXELS).astype(np.float32) / 255
    y = keras.utils.to_categorical(labels, CLASSES).astype(np.float32)
    return x, y
