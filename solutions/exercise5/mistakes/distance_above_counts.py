"""You take the distance from the line without its sign, so a point far above it wins. Only points
below count: line minus loss, without abs.

직선까지의 거리를 부호 없이 재서 직선보다 훨씬 위에 있는 점이 뽑혔습니다. 직선 아래만 따지세요. abs 없이
직선의 값에서 손실을 뺍니다.
"""

FAILS = "test_elbow_below_the_line"


def elbow(losses):
    depth = np.abs(np.linspace(losses[0], losses[-1], len(losses)) - losses)
    return int(np.argmax(depth >= depth.max() - 1e-12))
