"""You multiply (p - t) / (p(1 - p)) by p(1 - p). On paper that cancels; in the computer it is 0/0
= NaN as soon as p is rounded to 0 or 1, and one NaN spoils w and b for good. Use what remains:
p - t.

(p - t) / (p(1 - p))에 p(1 - p)를 곱했습니다. 종이 위에서는 약분되지만, 컴퓨터에서는
p가 0이나 1로 반올림되는 순간 0/0 = NaN이 되고, NaN이 한 번 생기면 w와 b가 모두 NaN이
됩니다. 약분하고 남은 p - t를 쓰세요.
"""

FAILS = "test_gradient_of_large_logits"


def logistic_gradient(X, t, w, b):
    p = predict_proba(X, w, b)
    error = (-t / p + (1 - t) / (1 - p)) * p * (1 - p)
    return X.T @ error / len(X), float(np.mean(error))
