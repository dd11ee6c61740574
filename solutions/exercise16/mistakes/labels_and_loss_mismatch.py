"""You took sparse categorical cross entropy, which wants the digits themselves. The labels are
one-hot rows, so take categorical cross entropy.

숫자 그대로의 레이블을 받는 희소 범주형 교차 엔트로피(sparse)를 썼습니다. 레이블이 원-핫이므로
범주형 교차 엔트로피를 쓰세요.
"""

FAILS = "test_relu_model_loss"


def relu_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.001),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
