"""On a tie you take the label that came first. The lowest of the most common labels is asked,
whoever votes first.

개수가 같으면 먼저 나온 레이블을 고릅니다. 순서와 상관없이 가장 많은 레이블 가운데 가장 작은 것이어야 합니다.
"""

FAILS = "test_vote_with_ties"


def majority_vote(votes):
    columns = [column.tolist() for column in votes.T]
    return np.array([max(column, key=column.count) for column in columns])
