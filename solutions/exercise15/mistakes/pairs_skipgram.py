"""You return (target, context), the roles of skip-gram. CBOW goes from the context to the target:
(context, target).

(타깃, 문맥)을 반환했습니다. 이것은 skip-gram의 역할입니다. CBOW는 문맥에서 타깃으로 갑니다: (문맥, 타깃).
"""

FAILS = "test_pairs_of_different_words"


def cbow_pairs(tokens, window):
    pairs = []
    for p, target in enumerate(tokens):
        left = tokens[max(0, p - window) : p]
        right = tokens[p + 1 : p + 1 + window]
        pairs.append((target, left + right))
    return pairs
