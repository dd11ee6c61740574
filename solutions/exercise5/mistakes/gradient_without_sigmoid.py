"""You subtract t from the logit Xw + b. That is the gradient of linear regression; here the error
is p - t with p = σ(Xw + b).

로짓 Xw + b에서 t를 뺐습니다. 그것은 선형 회귀의 기울기입니다. 여기서 오차는 p = σ(Xw + b)일
때의 p - t입니다.
"""

FAILS = "test_gradient"


def logistic_gradient(X, t, w, b):
    error = X @ w + b - t
    return X.T @ error / len(X), float(np.mean(error))
