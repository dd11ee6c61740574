"""You return where the loss falls most in one step. Training usually falls fastest at its start.
The elbow is the point farthest below the line from the first loss to the last.

한 단계에서 손실이 가장 많이 줄어든 곳을 반환했습니다. 손실은 보통 처음에 가장 빨리 줄어듭니다.
팔꿈치는 첫 손실과 마지막 손실을 잇는 직선보다 아래로 가장 멀리 있는 점입니다.
"""

FAILS = "test_elbow_of_curves"


def elbow(losses):
    return int(np.argmin(np.diff(losses))) + 1
