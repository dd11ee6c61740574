"""With 0 steps your loop never runs, and a name is used that only the loop defines. Set x and path
before the loop: for 0 steps the answer is x0 and a path of one point.

0단계이면 반복문이 한 번도 돌지 않는데, 반복문 안에서만 정해지는 이름을 썼습니다. x와 path를 반복문 앞에서
정하세요. 0단계의 답은 x0와 점 하나짜리 path입니다.
"""

FAILS = "test_length_of_the_path"


def gradient_descent(f_grad, x0, lr, steps):
    path = [x0.astype(float)]
    for _ in range(steps):
        x = path[-1] - lr * f_grad(path[-1])
        path.append(x)
    return x, np.array(path)
