"""You compiled the model again before training. The optimizer then starts anew, with other settings
and without what it had gathered. Train the model as it is.

학습하기 전에 모델을 다시 컴파일했습니다. 그러면 옵티마이저가 다른 설정으로, 모아 둔 것 없이 새로 시작합니다. 모델을 그대로 학습하세요.
"""

FAILS = "test_train_takes_every_step"


def train(model, x, y, epochs, batch_size):
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0)
    return history.history
