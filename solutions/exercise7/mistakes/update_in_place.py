"""You change the arrays you were given (params[key] -= …, or a params.copy(), which copies the dict
but not its arrays). Write params[key] - lr * grads[key] into a new dict.

받은 배열을 바꾸었습니다(params[key] -= …, 또는 배열은 그대로 두고 딕셔너리만 복사하는
params.copy()). params[key] - lr * grads[key]를 새 딕셔너리에 담으세요.
"""

FAILS = "test_update_leaves_what_it_was_given"


def update(params, grads, lr):
    new = params.copy()
    for key in new:
        new[key] -= lr * grads[key]
    return new
