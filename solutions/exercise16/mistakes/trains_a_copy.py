"""You trained a copy, and the model you were given has learned nothing. Call `fit` of the given
model.

복사본을 학습해서, 주어진 모델은 아무것도 배우지 못했습니다. 주어진 모델의 `fit`을 부르세요.
"""

FAILS = "test_train_takes_every_step"


def train(model, x, y, epochs, batch_size):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    copy.compile(
        optimizer=keras.optimizers.SGD(0.1), loss="categorical_crossentropy", metrics=["accuracy"]
    )
    history = copy.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0)
    return history.history
