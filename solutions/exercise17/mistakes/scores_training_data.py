"""You train the model with the very rows it is to be judged by. A model is judged by flowers it has not
seen; `evaluate` must not change it.

모델을 평가할 바로 그 행으로 학습했습니다. 모델은 한 번도 보지 않은 꽃으로 평가해야 하고, `evaluate`가 모델을
바꾸어서는 안 됩니다.
"""

FAILS = "test_evaluate_does_not_train"


def evaluate(model, X, y):
    model.fit(X, np.eye(model.output_shape[-1])[y], epochs=20, batch_size=len(X), verbose=0)
    return np.mean(np.argmax(model.predict(X, verbose=0), axis=1) == y)
