"""Your hidden layers have no activation. Without one, five layers can do no more than a single one:
products of matrices are a matrix. Give them ReLU.

은닉층에 활성화 함수가 없습니다. 그러면 행렬의 곱은 다시 행렬이므로 층이 다섯이어도 하나와 같습니다. ReLU를 주세요.
"""

FAILS = "test_relu_model_computes"


def relu_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128),
            keras.layers.Dense(128),
            keras.layers.Dense(128),
            keras.layers.Dense(128),
            keras.layers.Dense(128),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.001),
        loss="categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
