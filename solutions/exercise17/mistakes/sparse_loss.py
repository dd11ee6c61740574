"""Sparse categorical cross entropy wants codes, not one-hot rows. Here the model is trained with the
rows of `one_hot`: use categorical cross entropy.

희소 범주형 교차 엔트로피(sparse)는 원-핫이 아니라 코드를 받습니다. 여기서는 `one_hot`의 행으로 학습하므로
범주형 교차 엔트로피를 쓰세요.
"""

FAILS = "test_loss_of_the_network"


def build_model():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model
