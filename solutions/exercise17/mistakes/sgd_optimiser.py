"""Your optimizer is SGD, as on the slide of deck 004. Adam is asked; in 50 epochs it gets further, and
more reliably.

004 강의의 슬라이드처럼 SGD를 썼습니다. 이 과제의 옵티마이저는 Adam입니다. 50에폭 동안 더 멀리,
더 안정적으로 학습합니다.
"""

FAILS = "test_optimiser_of_the_network"


def build_model():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    model.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["accuracy"])
    return model
