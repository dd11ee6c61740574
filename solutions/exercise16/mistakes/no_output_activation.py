"""Your output layer has no activation, so the model returns scores instead of probabilities. Give it
softmax.

출력층에 활성화 함수가 없어서 모델이 확률이 아니라 점수를 냅니다. 소프트맥스를 주세요.
"""

FAILS = "test_relu_model_computes"


def relu_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(CLASSES),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.001),
        loss="categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
