"""Your loss is the mean squared error, as on the slide of deck 004. For classes it learns slowly: 3 of
20 starts end below 0.85. Use categorical cross entropy.

004 강의의 슬라이드처럼 평균 제곱 오차를 손실로 썼습니다. 분류에서는 학습이 느려서 20번 가운데 3번은 정확도가
0.85에 못 미칩니다. 범주형 교차 엔트로피를 쓰세요.
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
    model.compile(loss="mean_squared_error", optimizer="adam", metrics=["accuracy"])
    return model
