"""You take the last column for the target. Which one it is, the argument `target` says.

마지막 열을 타깃으로 썼습니다. 어느 열이 타깃인지는 인수 `target`이 정합니다.
"""

FAILS = "test_target_is_any_column"


def load_table(path, target, missing="drop"):
    table = pd.read_csv(path)
    target = table.columns[-1]
    if missing == "drop":
        table = table.dropna()
    else:
        table = table.dropna(subset=[target])
        table = table.fillna(table.mean())
    features = table.drop(columns=target)
    return features.to_numpy(float), table[target].to_numpy(float), list(features.columns)
