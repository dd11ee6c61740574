"""You make a generator of your own with a fixed seed, so every sample is the same. Draw from the
rng you are given.

고정된 시드로 생성기를 따로 만들어서 표본이 언제나 같습니다. 받은 rng에서 뽑으세요.
"""

FAILS = "test_bootstrap_draws_from_rng"


def bootstrap(n, rng):
    return np.random.default_rng(0).integers(0, n, size=n)
