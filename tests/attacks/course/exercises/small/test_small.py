import pytest

from grader.suite import expect


@pytest.mark.task(1)
def test_twice_one(student):
    """double(1.0) is 2.0.

    double(1.0)은 2.0입니다.
    """
    expect(student.double)(1.0).to_match(2.0)
