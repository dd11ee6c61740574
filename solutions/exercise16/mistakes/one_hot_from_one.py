"""You counted the places from 1, so the 1 stands one place too far left. The digit 0 belongs to the
first column.

자리를 1부터 세어서 1이 한 칸 왼쪽에 있습니다. 숫자 0이 첫 번째 열입니다.
"""

FAILS = "test_labels_become_one_hot_rows"


def prepare(images, labels):
    x = images.reshape(len(images), PIXELS).astype(np.float32) / 255
    y = np.eye(CLASSES, dtype=np.float32)[np.asarray(labels).astype(int) - 1]
    return x, y
