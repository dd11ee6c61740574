"""Your outputs have a sigmoid each, so the three do not sum to 1. Softmax makes probabilities of them.

출력마다 시그모이드를 써서 셋을 더해도 1이 되지 않습니다. 소프트맥스를 써야 확률이 됩니다.
"""

FAILS = "test_what_the_network_computes"


def build_model():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(3, activation="sigmoid"),
        ]
    )
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model
