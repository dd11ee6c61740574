"""You compiled without `metrics=["accuracy"]`, so the training reports the loss alone.

`metrics=["accuracy"]` 없이 컴파일해서 학습이 손실만 알려 줍니다.
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
        optimizer=keras.optimizers.SGD(learning_rate=0.001), loss="categorical_crossentropy"
    )
    return model
