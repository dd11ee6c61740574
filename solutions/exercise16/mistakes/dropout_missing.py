"""Your dropout model has no dropout. Put `keras.layers.Dropout(0.2)` between the two dense layers.

드롭아웃 모델에 드롭아웃이 없습니다. 두 완전연결층 사이에 `keras.layers.Dropout(0.2)`를 두세요.
"""

FAILS = "test_hidden_units_are_dropped_in_training"


def dropout_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model
