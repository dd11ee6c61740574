"""You told the loss `from_logits=True`, but your model ends with softmax and returns probabilities:
softmax would be taken twice. Leave the setting out.

손실에 `from_logits=True`를 주었는데, 모델은 소프트맥스로 끝나 확률을 냅니다. 소프트맥스를 두 번
하게 됩니다. 이 설정을 빼세요.
"""

FAILS = "test_dropout_model_loss"


def dropout_model():
    model = keras.Sequential(
        [
            keras.Input((PIXELS,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dropout(0.2),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(
        optimizer="adam",
        loss=keras.losses.CategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model
