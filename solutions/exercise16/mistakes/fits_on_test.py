"""You split the rows and trained with the part that was meant for testing. Train with all
rows that are given.

행을 나눈 뒤 테스트용인 쪽으로 학습했습니다. 주어진 행을 모두 써서 학습하세요.
"""

FAILS = "test_train_takes_every_step"


def train(model, x, y, epochs, batch_size):
    part = len(x) // 2
    history = model.fit(x[part:], y[part:], epochs=epochs, batch_size=batch_size, verbose=0)
    return history.history
