"""You gave the optimizer by its name: "sgd" has a learning rate of 0.01. Write
`keras.optimizers.SGD(learning_rate=0.1)`.

옵티마이저를 이름으로 주었습니다. "sgd"의 학습률은 0.01입니다. `keras.optimizers.SGD(learning_rate=0.1)`라고 쓰세요.
"""

FAILS = "test_sigmoid_model_optimiser"


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
    model.compile(optimizer="sgd", loss="categorical_crossentropy", metrics=["accuracy"])
    return model
