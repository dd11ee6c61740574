"""You returned Keras's History object. What is asked for is its dict: `.history`.

Keras의 History 객체를 반환했습니다. 필요한 것은 그 안의 딕셔너리 `.history`입니다.
"""

FAILS = "test_history_is_a_dict_of_lists"


def train(model, x, y, epochs, batch_size):
    history = model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0)
    return history
