"""Your function returns the same model each time, with whatever it has learned before. Make the
model inside the function, so that each call makes a new one.

함수가 매번 같은 모델을 반환해서, 앞서 학습한 것이 남아 있습니다. 부를 때마다 새로 만들도록 모델을 함수 안에서 만드세요.
"""

FAILS = "test_dropout_model_computes"


_MADE = []


def dropout_model():
    if _MADE:
        return _MADE[0]
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dropout(0.2),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    _MADE.append(model)
    return model
