"""You return what `compile` returns, and that is None. Compile first, then `return model`.

`compile`의 반환값을 반환했는데 그것은 None입니다. 먼저 컴파일하고, 그다음 `return model`을 쓰세요.
"""

FAILS = "test_what_the_network_computes"


def build_model():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    return model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
