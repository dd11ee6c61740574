"""You wrote `lr=`, as the slide does. Keras 3 no longer knows that name and raises ValueError. Write
`learning_rate=`.

슬라이드처럼 `lr=`라고 썼습니다. Keras 3은 이 이름을 몰라서 ValueError를 냅니다.
`learning_rate=`라고 쓰세요.
"""

FAILS = "test_sigmoid_model_computes"


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
    model.compile(
        optimizer=keras.optimizers.SGD(lr=0.1),
        loss="categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
