"""You left out the rows that do not fill a whole batch. The last batch of an epoch may be smaller.

배치 하나를 다 채우지 못하는 행을 뺐습니다. 에폭의 마지막 배치는 더 작아도 됩니다.
"""

FAILS = "test_train_takes_every_step"


def train(model, x, y, epochs, batch_size):
    whole = len(x) // batch_size * batch_size
    history = model.fit(x[:whole], y[:whole], epochs=epochs, batch_size=batch_size, verbose=0)
    return history.history
