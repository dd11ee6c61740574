"""You put a new array into params, so whoever holds the old one, such as the layer that uses it,
never sees the step. Write into the array: params[key] -= …, not params[key] = params[key] - ….

params에 새 배열을 넣어서, 이전 배열을 가지고 있는 쪽(예를 들어 그것을 쓰는 층)은 갱신을 보지 못합니다.
params[key] = params[key] - …가 아니라 params[key] -= …로 배열에 직접 쓰세요.
"""

FAILS = "test_adagrad_changes_the_arrays_themselves"


class AdaGrad(AdaGrad):
    def update(self, params, grads):
        for key in params:
            if key not in self.h:
                self.h[key] = np.zeros_like(params[key])
            self.h[key] += grads[key] ** 2
            params[key] = params[key] - self.lr * grads[key] / (np.sqrt(self.h[key]) + self.eps)
