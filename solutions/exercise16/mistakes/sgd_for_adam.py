"""You compiled the dropout model with SGD. Here it is Adam.

드롭아웃 모델을 SGD로 컴파일했습니다. 여기서는 Adam입니다.
"""

FAILS = "test_dropout_model_optimiser"


def dropout_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dropout(0.2),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(optimizer="sgd", loss="categorical_crossentropy", metrics=["accuracy"])
    return model
