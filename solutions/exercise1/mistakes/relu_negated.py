"""You returned max(0, -x): positive numbers become 0 and negative ones come through with the
opposite sign. Compare 0 with x, not with -x.

max(0, -x)를 반환했습니다. 양수는 0이 되고 음수는 부호가 바뀌어 나옵니다. 0을 -x가 아니라 x와
비교하세요.
"""

FAILS = "test_relu_is_0_up_to_0"


def relu(x):
    return np.maximum(0.0, -x)
