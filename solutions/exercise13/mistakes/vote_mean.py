"""You round the mean of the votes. Labels are names, not amounts: votes for 0 and 2 do not make a
1. Count them.

표의 평균을 반올림했습니다. 레이블은 양이 아니라 이름입니다. 0과 2에 던진 표가 1이 되지는 않습니다. 개수를 세세요.
"""

FAILS = "test_vote_of_five_models"


def majority_vote(votes):
    return np.round(votes.mean(axis=0)).astype(int)
