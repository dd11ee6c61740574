"""Your layers have no biases: 112 parameters for 131. Leave out `use_bias=False`.

층에 편향이 없습니다. 매개변수가 131개가 아니라 112개입니다. `use_bias=False`를 빼세요.
"""

FAILS = "test_what_the_network_computes"


def build_model():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(16, activation="relu", use_bias=False),
            keras.layers.Dense(3, activation="softmax", use_bias=False),
        ]
    )
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model
