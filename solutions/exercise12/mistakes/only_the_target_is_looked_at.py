"""With 'drop' you leave out only the rows without a target. Rows with a missing feature go as
well.

'drop'에서 타깃이 없는 행만 뺐습니다. 특성이 빠진 행도 빼야 합니다.
"""

FAILS = "test_incomplete_rows_are_dropped"


def load_table(path, target, missing="drop"):
    table = pd.read_csv(path)
    if missing == "drop":
        table = table.dropna(subset=[target])
    else:
        table = table.dropna(subset=[target])
        table = table.fillna(table.mean())
    features = table.drop(columns=target)
    return features.to_numpy(float), table[target].to_numpy(float), list(features.columns)
