"""You drop the columns with a missing cell, perhaps even the target. Drop the rows: an example
goes, a feature stays.

빠진 칸이 있는 열을 지웠습니다. 타깃까지 지워질 수 있습니다. 행을 지우세요. 예제는 빠져도 특성은 남아야 합니다.
"""

FAILS = "test_incomplete_rows_are_dropped"


def load_table(path, target, missing="drop"):
    table = pd.read_csv(path)
    if missing == "drop":
        table = table.dropna(axis=1)
    else:
        table = table.dropna(subset=[target])
        table = table.fillna(table.mean())
    features = table.drop(columns=target)
    return features.to_numpy(float), table[target].to_numpy(float), list(features.columns)
