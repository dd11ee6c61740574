"""Your loss is the binary cross entropy, which treats the three outputs as three separate yes-or-no
questions. Only one class is right: use categorical cross entropy.

이진 교차 엔트로피를 썼습니다. 출력 셋을 서로 다른 예/아니요 문제로 다루는 손실입니다. 맞는 클래스는
하나이므로 범주형 교차 엔트로피를 쓰세요.
"""

FAILS = "test_loss_of_the_network"


def build_model():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model
