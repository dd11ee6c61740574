"""You subtracted the bias, or compared the sum with b. Here b is added and the sum is compared with
0. A threshold θ that the sum must pass is b = -θ.

편향을 뺐거나, 합을 b와 비교했습니다. 여기서는 b를 더한 뒤 0과 비교합니다. 넘어야 할 임계값이 θ라면
b = -θ입니다.
"""

FAILS = "test_perceptron_of_random_weights"


def perceptron(x, w, b):
    return 1 if np.sum(x * w) > b else 0
