"""With 'mean' you drop the incomplete rows too. Keep every row that has a target, and fill its
gaps.

'mean'에서도 빈칸 있는 행을 뺐습니다. 타깃이 있는 행은 모두 남기고 빈칸을 채우세요.
"""

FAILS = "test_missing_features_are_filled"


def load_table(path, target, missing="drop"):
    table = pd.read_csv(path)
    if missing == "drop":
        table = table.dropna()
    else:
        table = table.dropna()
        table = table.fillna(table.mean())
    features = table.drop(columns=target)
    return features.to_numpy(float), table[target].to_numpy(float), list(features.columns)
