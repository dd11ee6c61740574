"""Your sigmoid model has two hidden layers. It should have three, and then the output layer.

시그모이드 모델의 은닉층이 두 개입니다. 은닉층 세 개 다음에 출력층이 와야 합니다.
"""

FAILS = "test_sigmoid_model_computes"


def sigmoid_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
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
