"""Your X still has the target. A model that is given the answer needs to learn nothing: take that
column out.

X에 타깃이 남아 있습니다. 답을 받은 모델은 배울 것이 없습니다. 그 열을 빼세요.
"""

FAILS = "test_target_is_any_column"


def load_table(path, target, missing="drop"):
    table = pd.read_csv(path)
    if missing == "drop":
        table = table.dropna()
    else:
        table = table.dropna(subset=[target])
        table = table.fillna(table.mean())
    features = table
    return features.to_numpy(float), table[target].to_numpy(float), list(features.columns)
