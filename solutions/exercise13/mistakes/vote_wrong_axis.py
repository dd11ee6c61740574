"""You count along the rows of votes, so you answer once for each model. A row of the data is a
column of votes.

votes의 행을 따라 세어서 모델마다 답이 하나씩 나옵니다. 데이터의 행 하나는 votes의 열 하나입니다.
"""

FAILS = "test_vote_of_five_models"


def majority_vote(votes):
    return np.array([most_common(row) for row in votes])
