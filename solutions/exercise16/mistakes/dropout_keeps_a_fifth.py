"""You wrote Dropout(0.8), which drops four units of five. The argument is the share that is dropped:
0.2.

Dropout(0.8)은 노드 다섯 개 가운데 네 개를 끕니다. 인수는 끄는 비율이므로 0.2입니다.
"""

FAILS = "test_hidden_units_are_dropped_in_training"


def dropout_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dropout(0.8),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model
