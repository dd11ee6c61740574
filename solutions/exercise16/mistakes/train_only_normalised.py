"""You divide by 255 in `train`, so that only training images are scaled, and here for a second time.
Scale in `prepare`, which test images go through too.

`train`에서 255로 나누어 학습 이미지만, 그것도 두 번째로 나눕니다. 테스트 이미지도 거치는 `prepare`에서 나누세요.
"""

FAILS = "test_train_takes_every_step"


def train(model, x, y, epochs, batch_size):
    history = model.fit(x / 255, y, epochs=epochs, batch_size=batch_size, verbose=0)
    return history.history
