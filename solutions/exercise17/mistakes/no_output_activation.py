"""Your output layer has no activation, so it gives scores and no probabilities. Add softmax.

출력층에 활성화 함수가 없어서 확률이 아니라 점수가 나옵니다. 소프트맥스를 쓰세요.
"""

FAILS = "test_what_the_network_computes"


def build_model():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(3),
        ]
    )
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model
