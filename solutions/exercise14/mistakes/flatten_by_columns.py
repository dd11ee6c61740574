"""You read the axes in reverse, columns first (order="F"). The order is channel, row, column, which
is numpy's own.

축을 거꾸로, 곧 열부터 읽었습니다(order="F"). 순서는 채널, 행, 열이고, 이것이 numpy의
기본 순서입니다.
"""

FAILS = "test_flatten_goes_channel_by_channel"


def flatten(x):
    return x.reshape(len(x), -1, order="F")
