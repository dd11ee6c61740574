"""Your model does not know how many inputs it has, so it has no weights before it has seen data.
Begin with `keras.Input((784,))`.

모델이 입력의 개수를 모르므로 데이터를 보기 전에는 가중치가 없습니다. `keras.Input((784,))`로 시작하세요.
"""

FAILS = "test_sigmoid_model_computes"


def sigmoid_model():
    model = keras.Sequential(
        [
            keras.layers.Dense(128, activation="sigmoid"),
            keras.layers.Dense(128, activation="sigmoid"),
            keras.layers.Dense(128, activation="sigmoid"),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.1),
        loss="categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
