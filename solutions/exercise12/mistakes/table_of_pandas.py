"""You return a DataFrame and a Series of pandas. Turn them into arrays with .to_numpy(float), and
the names into a list.

pandas의 DataFrame과 Series를 그대로 반환했습니다. .to_numpy(float)으로 배열로 바꾸고 이름은 리스트로 바꾸세요.
"""

FAILS = "test_incomplete_rows_are_dropped"


def load_table(path, target, missing="drop"):
    table = pd.read_csv(path)
    if missing == "drop":
        table = table.dropna()
    else:
        table = table.dropna(subset=[target])
        table = table.fillna(table.mean())
    features = table.drop(columns=target)
    return features, table[target], features.columns
