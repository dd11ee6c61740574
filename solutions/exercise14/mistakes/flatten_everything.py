"""You write all images as one row. Each image keeps a row of its own: (N, C·H·W).

모든 이미지를 한 줄로 이어 썼습니다. 이미지마다 한 행입니다: (N, C·H·W).
"""

FAILS = "test_flatten_goes_channel_by_channel"


def flatten(x):
    return x.reshape(-1)
