"""You gave Adam a learning rate of 0.01. Leave its settings alone: the string "adam" has 0.001.

Adam에 학습률 0.01을 주었습니다. 기본 설정을 그대로 두세요. 문자열 "adam"의 학습률은 0.001입니다.
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
    model.compile(
        loss="categorical_crossentropy", optimizer=keras.optimizers.Adam(0.01), metrics=["accuracy"]
    )
    return model
