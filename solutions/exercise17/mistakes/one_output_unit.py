"""Your network has a single output. There are three classes, and each needs an output of its own.

출력이 하나뿐입니다. 클래스가 셋이므로 출력도 셋이어야 합니다.
"""

FAILS = "test_what_the_network_computes"


def build_model():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="softmax"),
        ]
    )
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model
