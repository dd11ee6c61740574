"""The lecture's worked examples. Run them with `grade exercise15` or `pytest exercises/exercise15`.

Deck 002 draws the recurrent network, the LSTM cell and CBOW without a number; the numbers here are
those of README.md.
"""

import numpy as np
import pytest

from grader.suite import expect


@pytest.mark.task(1, points=1)
def test_two_units_pass_a_one_to_and_fro(student):
    """The three steps of README.md: a 1 is read once, and is still there two steps later.

    README의 세 단계: 1을 한 번 읽었을 뿐인데 두 단계 뒤에도 남아 있습니다.
    """
    x = np.array([[[1.0], [0.0], [0.0]]])
    Wx, Wh = np.array([[1.0, 0.0]]), np.array([[0.0, 2.0], [-1.0, 0.0]])
    states = np.array([[[0.761594155956, 0.0], [0.0, 0.909251673997], [-0.720772887476, 0.0]]])
    answer = expect(student.rnn_forward)(x, np.zeros((1, 2)), Wx, Wh, np.zeros(2))
    answer.to_match(states, rtol=1e-8)
    # From another state, with nothing read at all.
    state = np.array([[0.5, -1.0]])
    states = np.array([[[0.761594155956, 0.761594155956], [-0.642014992012, 0.909251673997]]])
    answer = expect(student.rnn_forward)(np.zeros((1, 2, 1)), state, Wx, Wh, np.zeros(2))
    answer.to_match(states, rtol=1e-8)


@pytest.mark.task(2, points=1)
def test_one_step_of_the_cell_by_hand(student):
    """The step of README.md: sums 1, -1, 0.5, 2 turn the memory -2 into -0.200048.

    README의 한 단계: 가중합 1, -1, 0.5, 2를 거쳐 기억 -2가 -0.200048이 됩니다.
    """
    x, h, c = np.array([[1.0]]), np.array([[0.5]]), np.array([[-2.0]])
    Wx, Wh = np.array([[1.0, 0.0, -1.0, 2.0]]), np.array([[2.0, 2.0, 3.0, -2.0]])
    b = np.array([-1.0, -2.0, 0.0, 1.0])
    # The deck draws the gates; which of them stands where in the columns is our agreement.
    answer = expect(student.lstm_step)(x, h, c, Wx, Wh, b)
    answer.to_match((np.array([[-0.173888347]]), np.array([[-0.200048131]])), rtol=1e-7)


@pytest.mark.task(2, points=1)
def test_columns_of_two_units(student):
    """With two units, columns 0 and 1 are i, 2 and 3 are f, 4 and 5 are g, 6 and 7 are o.

    노드가 둘이면 0, 1열이 i, 2, 3열이 f, 4, 5열이 g, 6, 7열이 o입니다.
    """
    x, h, c = np.zeros((1, 1)), np.zeros((1, 2)), np.array([[-2.0, 4.0]])
    b = np.array([1.0, 0.0, -1.0, 2.0, 0.5, -0.5, 2.0, -1.0])
    answer = expect(student.lstm_step)(x, h, c, np.zeros((1, 8)), np.zeros((2, 8)), b)
    new_h, new_c = np.array([[-0.173888347, 0.268199120]]), np.array([[-0.200048131, 3.292129733]])
    answer.to_match((new_h, new_c), rtol=1e-7)


@pytest.mark.task(3, points=1)
def test_pairs_of_four_words(student):
    """The text 5, 1, 4, 2 has four pairs, and at its edges the context is shorter.

    글 5, 1, 4, 2에서는 쌍이 네 개 나오고, 양 끝에서는 문맥이 짧습니다.
    """
    answer = expect(student.cbow_pairs)([5, 1, 4, 2], 1)
    answer.to_match([([1], 5), ([5, 4], 1), ([1, 2], 4), ([4], 2)])
    answer = expect(student.cbow_pairs)([5, 1, 4, 2], 2)
    answer.to_match([([1, 4], 5), ([5, 4, 2], 1), ([5, 1, 2], 4), ([1, 4], 2)])


@pytest.mark.task(4, points=1)
def test_scores_of_three_words(student):
    """The mean of the vectors of words 0 and 1 gives the scores 0.5, 1, -0.5.

    단어 0과 1의 벡터를 평균하면 점수는 0.5, 1, -0.5입니다.
    """
    W_in = np.array([[1.0, 0.0], [0.0, 2.0], [-4.0, 1.0]])
    W_out = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, -1.0]])
    expect(student.cbow_scores)([0, 1], W_in, W_out).to_match(np.array([0.5, 1.0, -0.5]))
    # Word 0 three times: it counts three times.
    expect(student.cbow_scores)([0, 0, 0, 1], W_in, W_out).to_match(np.array([0.75, 0.5, 0.25]))
