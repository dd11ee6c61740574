"""You did not pass `epochs` on, so the model trains for one epoch whatever is asked.

`epochs`를 넘겨주지 않아서, 무엇을 요청해도 한 에폭만 학습합니다.
"""

FAILS = "test_train_takes_every_step"


def train(model, x, y, epochs, batch_size):
    history = model.fit(x, y, batch_size=batch_size, verbose=0)
    return history.history
