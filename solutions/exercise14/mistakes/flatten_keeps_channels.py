"""You keep the channels as an axis of their own. All channels of an image go into one row: (N,
C·H·W).

채널의 축을 그대로 남겼습니다. 이미지의 모든 채널이 한 행에 들어갑니다: (N, C·H·W).
"""

FAILS = "test_flatten_goes_channel_by_channel"


def flatten(x):
    return x.reshape(len(x), x.shape[1], -1)
