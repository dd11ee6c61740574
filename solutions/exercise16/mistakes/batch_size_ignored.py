"""You did not pass `batch_size` on, so Keras takes 32 rows at a time.

`batch_size`를 넘겨주지 않아서 Keras가 32행씩 씁니다.
"""

FAILS = "test_train_takes_every_step"


def train(model, x, y, epochs, batch_size):
    history = model.fit(x, y, epochs=epochs, verbose=0)
    return history.history
