"""You gave the output layer a sigmoid, as the slide does. Its ten numbers do not add up to 1, so
they are no probabilities of ten classes. The accuracy hardly shows it. Take softmax.

슬라이드처럼 출력층에 시그모이드를 썼습니다. 열 개의 수를 더해도 1이 아니므로 열 클래스의 확률이
아닙니다. 정확도에는 거의 드러나지 않습니다. 소프트맥스를 쓰세요.
"""

FAILS = "test_sigmoid_model_computes"


def sigmoid_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128, activation="sigmoid"),
            keras.layers.Dense(128, activation="sigmoid"),
            keras.layers.Dense(128, activation="sigmoid"),
            keras.layers.Dense(CLASSES, activation="sigmoid"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.1),
        loss="categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
