"""Your hidden layer has no activation. Two linear layers are no more than one. Add ReLU.

은닉층에 활성화 함수가 없습니다. 선형 층 두 개는 하나와 다를 바 없습니다. ReLU를 쓰세요.
"""

FAILS = "test_what_the_network_computes"


def build_model():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(16, activation=None),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model
