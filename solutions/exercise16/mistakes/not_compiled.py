"""You made the model, but did not compile it: it has no optimizer, no loss and no metric. Call
`model.compile(…)` before you return it.

모델을 만들었지만 컴파일하지 않아서 옵티마이저도 손실도 지표도 없습니다. 반환하기 전에 `model.compile(…)`을 부르세요.
"""

FAILS = "test_dropout_model_loss"


def dropout_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dropout(0.2),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    return model
