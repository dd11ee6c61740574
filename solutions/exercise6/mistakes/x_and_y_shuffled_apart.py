"""With an rng you shuffle X and y each for itself, so a row no longer has its own label, and no
model can score better than chance. Shuffle row numbers once and index both with them.

rng가 있을 때 X와 y를 따로따로 섞어서 행과 레이블의 짝이 깨졌습니다. 어떤 모델도 찍는 것보다 나을 수
없습니다. 행 번호를 한 번 섞어 둘 다에 쓰세요.
"""

FAILS = "test_shuffled_rows_keep_their_labels"


def cross_validate(fit, predict, X, y, k, rng=None):
    if rng is not None:
        X, y = rng.permutation(X), rng.permutation(y)
    scores = []
    for train, test in kfold_indices(len(X), k):
        model = fit(X[train], y[train])
        scores.append(np.mean(predict(model, X[test]) == y[test]))
    return np.array(scores)
