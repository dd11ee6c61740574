"""You count from 1. Return the index into losses, which begins at 0.

1부터 세었습니다. 0부터 시작하는 losses의 인덱스를 반환하세요.
"""

FAILS = "test_elbow_of_curves"


def elbow(losses):
    depth = np.linspace(losses[0], losses[-1], len(losses)) - losses
    return int(np.argmax(depth >= depth.max() - 1e-12)) + 1
