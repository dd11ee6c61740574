"""Your hidden layer has a sigmoid. ReLU is asked.

은닉층에 시그모이드를 썼습니다. 이 과제에서는 ReLU를 씁니다.
"""

FAILS = "test_what_the_network_computes"


def build_model():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(16, activation="sigmoid"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model
