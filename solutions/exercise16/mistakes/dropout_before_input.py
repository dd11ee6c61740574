"""Your dropout stands before the hidden layer, so it drops pixels. It should drop hidden units: put
it between the two dense layers.

드롭아웃이 은닉층 앞에 있어서 픽셀을 끕니다. 은닉층의 노드를 꺼야 하므로 두 완전연결층 사이에
두세요.
"""

FAILS = "test_hidden_units_are_dropped_in_training"


def dropout_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dropout(0.2),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model
