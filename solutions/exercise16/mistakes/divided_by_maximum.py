"""You divided by the largest pixel of these images. Then the same grey is another number in each
batch. Divide by 255, the largest value a pixel can have.

주어진 이미지에서 가장 큰 픽셀 값으로 나누었습니다. 그러면 같은 회색이 배치마다 다른 수가 됩니다. 픽셀이 가질 수 있는 가장 큰 값인 255로 나누세요.
"""

FAILS = "test_pixels_become_rows_from_0_to_1"


def prepare(images, labels):
    x = images.reshape(len(images), PIXELS).astype(np.float32) / images.max()
    y = keras.utils.to_categorical(labels, CLASSES).astype(np.float32)
    return x, y
