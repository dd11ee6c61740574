"""You held back a share of the rows for validation, so the model never learns from them. Train with
all rows that are given.

행의 일부를 검증용으로 떼어 놓아 모델이 그 행에서는 배우지 못합니다. 주어진 행을 모두 써서 학습하세요.
"""

FAILS = "test_train_takes_every_step"


def train(model, x, y, epochs, batch_size):
    history = model.fit(x, y, epochs=epochs, batch_size=batch_size, validation_split=0.2, verbose=0)
    return history.history
