"""Your line reaches the last loss one step after the end: i / n runs from 0 to (n - 1) / n. Divide
by n - 1, so that the line ends at the last loss.

직선이 마지막 손실에 닿는 곳이 한 칸 뒤입니다. i / n은 0에서 (n - 1) / n까지만 갑니다. n -
1로 나누어야 직선이 마지막 손실에서 끝납니다.
"""

FAILS = "test_elbow_of_curves"


def elbow(losses):
    line = losses[0] + (losses[-1] - losses[0]) * np.arange(len(losses)) / len(losses)
    depth = line - losses
    return int(np.argmax(depth >= depth.max() - 1e-12))
