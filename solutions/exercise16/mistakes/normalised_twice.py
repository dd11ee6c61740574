"""You divided the pixels by 255 twice, so that the brightest is 1/255 and every image is nearly
black. Divide once.

픽셀을 255로 두 번 나누어 가장 밝은 픽셀도 1/255이고 모든 이미지가 거의 검습니다. 한 번만 나누세요.
"""

FAILS = "test_pixels_become_rows_from_0_to_1"


def prepare(images, labels):
    x = images.reshape(len(images), PIXELS).astype(np.float32) / 255 / 255
    y = keras.utils.to_categorical(labels, CLASSES).astype(np.float32)
    return x, y
