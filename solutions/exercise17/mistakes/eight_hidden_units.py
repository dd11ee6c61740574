"""Your hidden layer has 8 units, not 16: 67 parameters for 131.

은닉층의 노드가 16개가 아니라 8개입니다. 파라미터가 131개가 아니라 67개입니다.
"""

FAILS = "test_what_the_network_computes"


def build_model():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(8, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model
