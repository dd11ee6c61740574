"""You returned the digits themselves. Categorical cross entropy needs a row for each label, with a 1
at the place of the digit.

숫자를 그대로 반환했습니다. 범주형 교차 엔트로피에는 레이블마다 그 숫자의 자리가 1인 한 행이
필요합니다.
"""

FAILS = "test_labels_become_one_hot_rows"


def prepare(images, labels):
    x = images.reshape(len(images), PIXELS).astype(np.float32) / 255
    y = labels.astype(np.float32)
    return x, y
