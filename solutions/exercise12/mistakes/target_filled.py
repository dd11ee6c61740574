"""You fill the target as well. A truth that you made up teaches the model what you made up; drop
the rows without a target.

타깃까지 채웠습니다. 지어낸 정답으로 학습하면 모델은 지어낸 것을 배웁니다. 타깃이 없는 행은 빼세요.
"""

FAILS = "test_missing_features_are_filled"


def load_table(path, target, missing="drop"):
    table = pd.read_csv(path)
    if missing == "drop":
        table = table.dropna()
    else:
        table = table
        table = table.fillna(table.mean())
    features = table.drop(columns=target)
    return features.to_numpy(float), table[target].to_numpy(float), list(features.columns)
