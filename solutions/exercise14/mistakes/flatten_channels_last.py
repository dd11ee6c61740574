"""You write the channels of each pixel side by side, as Keras does. Here the whole first channel
comes first: x.reshape(len(x), -1).

Keras처럼 픽셀마다 채널을 나란히 썼습니다. 이 연습에서는 첫 번째 채널 전체가 먼저 옵니다:
x.reshape(len(x), -1).
"""

FAILS = "test_flatten_goes_channel_by_channel"


def flatten(x):
    return x.transpose(0, 2, 3, 1).reshape(len(x), -1)
