"""You round the size up, so the last window hangs over the edge. Rows and columns left over are no
window: round down, with //.

크기를 올림해서 마지막 윈도우가 이미지 밖으로 나갑니다. 남는 행과 열에는 윈도우를 놓지 않습니다.
//로 내림하세요.
"""

FAILS = "test_windows_that_leave_a_rest"


def output_size(n, kernel, stride, pad):
    return -(-(n + 2 * pad - kernel) // stride) + 1
