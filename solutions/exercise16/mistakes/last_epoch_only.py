"""You returned one number for each key, that of the last epoch. Return the lists, with a number for
each epoch.

키마다 마지막 에폭의 수 하나만 반환했습니다. 에폭마다 수가 하나씩 있는 리스트를 반환하세요.
"""

FAILS = "test_history_is_a_dict_of_lists"


def train(model, x, y, epochs, batch_size):
    history = model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0)
    return {key: values[-1] for key, values in history.history.items()}
