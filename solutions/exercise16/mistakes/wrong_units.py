"""Your hidden layers have 100 units; it should be 128 in each.

은닉층의 노드가 100개입니다. 층마다 128개여야 합니다.
"""

FAILS = "test_sigmoid_model_computes"


def sigmoid_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(100, activation="sigmoid"),
            keras.layers.Dense(100, activation="sigmoid"),
            keras.layers.Dense(100, activation="sigmoid"),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.1),
        loss="categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
