"""From what the checks of one submission saw to their results: outcome, points, words, mistake."""

from collections.abc import Sequence

import msgspec

from grader.exercise import Exercise
from grader.records import CheckResult, Feedback, Limit, Mistake, Outcome, Submission, Visibility
from grader.suite.checks import Check
from grader.suite.diagnosis import Diagnosis
from grader.suite.expect import CheckFailure
from grader.suite.explain import Explainer, Explanation
from grader.suite.manner import Manner
from grader.suite.mistakes import KnownMistake, load_mistakes
from grader.worker.connection import StudentError


class Verdicts:
    """Decides about the checks of one exercise, as far as `feedback` lets a student see."""

    def __init__(self, exercise: Exercise, feedback: Feedback) -> None:
        self._exercise = exercise
        self._feedback = feedback
        self._manner = Manner(exercise)
        self._mistakes: list[KnownMistake] | None = None

    def of(
        self, checks: Sequence[Check], submission: Submission, load_error: BaseException | None
    ) -> list[CheckResult]:
        """Return the result of every check; `load_error` is why nothing could be loaded, if so.

        Raises
        ------
        CourseError
            When the grader itself fails.
        """
        explainer = Explainer(self._exercise, submission.files)
        explained = {
            check.id: _explain(check, explainer, loading=check.error is load_error)
            for check in checks
            if check.error is not None
        }
        if load_error is None:
            is_complete = all(each.waits_for is None for each in explained.values())
            broken = self._manner.broken(submission, explainer.lines.place, is_complete=is_complete)
            for check in checks:
                if check.task in broken and _is_begun(explained.get(check.id)):
                    explained[check.id] = Explanation(
                        outcome=Outcome.FAILED, brief=broken[check.task]
                    )
        unfinished = {
            check.task
            for check in checks
            if check.id in explained and explained[check.id].outcome is not Outcome.BROKEN
        }
        mistakes = self._diagnose(checks, explained)
        return [
            self._result(check, explained.get(check.id), mistakes.get(check.id, []), unfinished)
            for check in checks
        ]

    def _diagnose(
        self, checks: Sequence[Check], explained: dict[str, Explanation]
    ) -> dict[str, list[Mistake]]:
        failing = [
            check
            for check in checks
            if isinstance(check.error, CheckFailure | StudentError)
            and explained[check.id].outcome is Outcome.FAILED
            and explained[check.id].waits_for is None
            and check.evidence
        ]
        if not failing or self._exercise.kit:  # mistakes stay with the course
            return {}
        if self._mistakes is None:
            self._mistakes = load_mistakes(self._exercise)
        diagnosis = Diagnosis(self._exercise, self._mistakes)
        everything = [
            msgspec.structs.replace(each, passed=check.error is None)
            for check in checks
            for each in check.evidence
        ]
        named = {}
        for check in failing:
            found = (diagnosis.name(each, everything) for each in check.evidence)
            named[check.id] = next(filter(None, found), [])
        return named

    def _result(
        self,
        check: Check,
        explanation: Explanation | None,
        mistakes: list[Mistake],
        unfinished: set[int],
    ) -> CheckResult:
        hidden = check.visibility is Visibility.HIDDEN
        level = self._feedback if hidden else Feedback.FULL
        task = self._exercise.task(check.task)
        result = CheckResult(
            id=check.id,
            task=check.task,
            title=str(check.title),
            outcome=Outcome.PASSED,
            points=check.points,
            max_points=check.points,
            visibility=check.visibility,
            message="",
            output=check.output if level in (Feedback.OUTPUT, Feedback.FULL) else "",
            duration_s=check.duration_s,
        )
        if explanation is None:
            return result
        outcome = explanation.outcome
        waits = explanation.waits_for
        after_unfinished = any(number in unfinished for number in task.after)
        if outcome is Outcome.FAILED and (
            after_unfinished or (waits is not None and waits != check.task)
        ):
            outcome = Outcome.BLOCKED
        shown = explanation.revealed(level)
        names = mistakes if level is not Feedback.NONE else []
        return msgspec.structs.replace(
            result,
            outcome=outcome,
            points=check.points if outcome is Outcome.BROKEN else 0.0,
            message=shown.brief,
            expected=shown.expected,
            actual=shown.actual,
            input=shown.call,
            errors=shown.errors,
            mistake=" | ".join(mistake.name for mistake in names) or None,
            mistake_explanation="\n\n".join(mistake.explanation for mistake in names) or None,
            hint=None if level is Feedback.NONE else str(task.hint),
            limit=_limit(check.error),
            line=shown.line,
        )


def _is_begun(explanation: Explanation | None) -> bool:
    """Tell a check that came to the student's own code; no stub breaks a rule, and no grader."""
    if explanation is None:
        return True
    return explanation.waits_for is None and explanation.outcome is not Outcome.BROKEN


def _limit(error: BaseException | None) -> Limit | None:
    """Return which limit ended a check, if one did."""
    kind = error.kind if isinstance(error, StudentError) else ""
    return Limit(kind) if kind in Limit.__members__.values() else None


def _explain(check: Check, explainer: Explainer, *, loading: bool) -> Explanation:
    error = check.error
    assert error is not None
    if isinstance(error, CheckFailure):
        return explainer.failure(error)
    if isinstance(error, StudentError):
        return explainer.error(error, loading=loading)
    return explainer.broken(error) if check.fault_is_ours else explainer.unusable()
