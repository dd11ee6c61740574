"""You divided by 256. Pixels go from 0 to 255, so white would be 0.996 instead of 1. Divide by 255.

256으로 나누었습니다. 픽셀은 0부터 255까지이므로 흰색이 1이 아니라 0.996이 됩니다. 255로 나누세요.
"""

FAILS = "test_pixels_become_rows_from_0_to_1"


def prepare(images, labels):
    x = images.reshape(len(images), PIXELS).astype(np.float32) / 256
    y = keras.utils.to_categorical(labels, CLASSES).astype(np.float32)
    return x, y
