"""You return the index of the smallest loss. A falling curve has that at its end; the elbow is
where it bends, farthest below the line from the first loss to the last.

가장 작은 손실의 인덱스를 반환했습니다. 내려가는 곡선에서 그것은 끝 부분입니다. 팔꿈치는 곡선이
꺾이는 곳, 곧 첫 손실과 마지막 손실을 잇는 직선보다 아래로 가장 멀리 있는 점입니다.
"""

FAILS = "test_elbow_of_curves"


def elbow(losses):
    return int(np.argmin(losses))
