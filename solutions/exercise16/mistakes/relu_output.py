"""You gave the output layer ReLU like the others. What it returns is no probability, and the
training gets stuck near 10 %. Take softmax for the output.

출력층에도 다른 층처럼 ReLU를 썼습니다. 확률이 아닌 값이 나오고 학습은 10% 부근에서 멈춥니다.
출력에는 소프트맥스를 쓰세요.
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
            keras.layers.Dense(CLASSES, activation="relu"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.001),
        loss="categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
