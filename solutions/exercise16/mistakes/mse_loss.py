"""You took the mean squared error. The accuracy hardly shows it, but where the network is quite
wrong it hardly learns. For classes take categorical cross entropy.

평균 제곱 오차를 썼습니다. 정확도에는 거의 드러나지 않지만, 크게 틀렸을 때 오히려 거의 배우지
못합니다. 분류에는 범주형 교차 엔트로피를 쓰세요.
"""

FAILS = "test_sigmoid_model_loss"


def sigmoid_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128, activation="sigmoid"),
            keras.layers.Dense(128, activation="sigmoid"),
            keras.layers.Dense(128, activation="sigmoid"),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.1),
        loss="mean_squared_error",
        metrics=["accuracy"],
    )
    return model
