"""Where several points are equally far below the line, you return the last. Return the first.

직선에서 똑같이 먼 점이 여럿일 때 마지막을 반환했습니다. 첫 번째를 반환하세요.
"""

FAILS = "test_elbow_of_a_tie"


def elbow(losses):
    depth = np.linspace(losses[0], losses[-1], len(losses)) - losses
    return int(np.flatnonzero(depth >= depth.max() - 1e-12)[-1])
