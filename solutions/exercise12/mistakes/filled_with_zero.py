"""You fill the gaps with 0. Use the mean of the column: 0 may be far from every number in it.

빈칸을 0으로 채웠습니다. 0은 그 열의 값들과 동떨어진 수일 수 있습니다. 열의 평균으로 채우세요.
"""

FAILS = "test_missing_features_are_filled"


def load_table(path, target, missing="drop"):
    table = pd.read_csv(path)
    if missing == "drop":
        table = table.dropna()
    else:
        table = table.dropna(subset=[target])
        table = table.fillna(0)
    features = table.drop(columns=target)
    return features.to_numpy(float), table[target].to_numpy(float), list(features.columns)
