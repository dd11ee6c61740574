"""Your table still has missing cells: dropna() returns a new table and leaves the old one as it
was. Write table = table.dropna().

빠진 칸이 그대로 남아 있습니다. dropna()는 새 표를 반환할 뿐 원래 표를 바꾸지 않습니다. table =
table.dropna()라고 쓰세요.
"""

FAILS = "test_incomplete_rows_are_dropped"


def load_table(path, target, missing="drop"):
    table = pd.read_csv(path)
    if missing == "drop":
        table = table
    else:
        table = table.dropna(subset=[target])
        table = table.fillna(table.mean())
    features = table.drop(columns=target)
    return features.to_numpy(float), table[target].to_numpy(float), list(features.columns)
