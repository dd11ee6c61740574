"""You make one model when the module is imported and return it every time. Who asks for a second one
gets the first, trained already. Make it inside the function.

모듈을 불러올 때 모델을 하나만 만들고 매번 그것을 반환했습니다. 새 모델을 원해도 이미 학습한 모델을 받습니다.
함수 안에서 만드세요.
"""

FAILS = "test_what_the_network_computes"


def _make_model():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model


_MODELS = []


def build_model():
    if not _MODELS:
        _MODELS.append(_make_model())
    return _MODELS[0]
