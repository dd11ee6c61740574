"""You kept the images as squares of 28 by 28. A dense layer takes rows: reshape to (N, 784).

이미지를 28×28 그대로 두었습니다. 완전연결층은 행을 받습니다. 형상을 (N, 784)로 바꾸세요.
"""

FAILS = "test_pixels_become_rows_from_0_to_1"


def prepare(images, labels):
    x = images.astype(np.float32) / 255
    y = keras.utils.to_categorical(labels, CLASSES).astype(np.float32)
    return x, y
