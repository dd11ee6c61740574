"""You took the very largest depth. Rounding then decides between points that are equally far below
the line: one may come out 1e-16 deeper. Values within 1e-12 of the largest count as equal, and the
first of them is the elbow.

가장 큰 깊이만 찾았습니다. 그러면 똑같이 깊은 점들 가운데 어느 것이 뽑힐지 반올림 오차가 정합니다.
어떤 점이 1e-16만큼 더 깊게 나올 수 있기 때문입니다. 가장 큰 값과 1e-12 이내로 차이 나는 값은 같은
것으로 보고, 그중 첫 번째를 고르세요.
"""

FAILS = "test_elbow_of_a_tie"


def elbow(losses):
    return int(np.argmax(np.linspace(losses[0], losses[-1], len(losses)) - losses))
