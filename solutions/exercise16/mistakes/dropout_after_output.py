"""Your dropout stands after the output layer and makes probabilities 0. Put it between the two dense
layers.

드롭아웃이 출력층 뒤에 있어서 확률을 0으로 만듭니다. 두 완전연결층 사이에 두세요.
"""

FAILS = "test_hidden_units_are_dropped_in_training"


def dropout_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(CLASSES, activation="softmax"),
            keras.layers.Dropout(0.2),
        ]
    )
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model
