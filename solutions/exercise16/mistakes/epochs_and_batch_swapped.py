"""You exchanged `epochs` and `batch_size`. In `fit` the batch size comes first when they are given
by position; give them by name.

`epochs`와 `batch_size`가 서로 바뀌었습니다. `fit`에 위치로 주면 배치 크기가 먼저입니다. 이름으로 주세요.
"""

FAILS = "test_train_takes_every_step"


def train(model, x, y, epochs, batch_size):
    history = model.fit(x, y, epochs, batch_size, verbose=0)
    return history.history
