"""Every layer of yours starts from x again. A layer takes the output of the layer before it:
replace z in each round of the loop.

층마다 x에서 다시 시작합니다. 층은 바로 앞 층의 출력을 받습니다. 반복할 때마다 z를 새 값으로
바꾸세요.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights, biases):
        z = activation(np.dot(x, W) + b)
    return z
