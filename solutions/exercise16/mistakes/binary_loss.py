"""You took binary cross entropy, which treats the ten outputs as ten separate yes-or-no questions.
One of ten classes is right: take categorical cross entropy.

출력 열 개를 따로따로인 예/아니요 문제로 보는 이진 교차 엔트로피(binary)를 썼습니다. 열 클래스
가운데 하나가 정답이므로 범주형 교차 엔트로피를 쓰세요.
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
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
