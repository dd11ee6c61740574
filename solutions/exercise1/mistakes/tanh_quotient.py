"""You used the slide's quotient (exp(x) - exp(-x)) / (exp(x) + exp(-x)). It is right up to
about 710; beyond that exp overflows and infinity divided by infinity is nan. `np.tanh` is safe
for every x.

슬라이드의 분수식 (exp(x) - exp(-x)) / (exp(x) + exp(-x))를 썼습니다. 710 정도까지는 맞지만, 그
너머에서는 exp에서 오버플로가 나 무한대를 무한대로 나누므로 nan이 됩니다. `np.tanh`는 모든 x에서
안전합니다.
"""

FAILS = "test_tanh_is_an_activation"


def tanh(x):
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
