"""What is checked before the result of an examination is entered (139 art. 21 to 23)."""

from datetime import date
from typing import Any, Final

from domain.clocks.exams import ATTEMPTS
from domain.register.learner_permit import PASSED_BEFORE, ExamSubject, LearnerPermitRecord
from domain.services.checks.check import Check
from domain.services.checks.record import is_of_another
from domain.services.given import Given
from domain.titles import Title

_OF_DRIVING: Final = frozenset({ExamSubject.TWO, ExamSubject.THREE_ROAD})


def _on_a_valid_permit(given: Given[Any]) -> bool | None:
    """It was sat by whoever holds the permit, for its class and while it was valid."""
    sat, permit = given.facts.exam, given.permit
    if permit is None:
        return None
    held = permit.holder == given.applicant and not is_of_another(permit, given)
    fits = held and sat.exam_class is permit.wanted
    return fits and permit.issued_on <= sat.sat_on <= permit.valid_until


def _in_order(given: Given[Any]) -> bool | None:
    if given.permit is None:
        return None
    return given.permit.passed >= PASSED_BEFORE[given.facts.exam.subject]


def _still_open(given: Given[Any]) -> bool | None:
    """It is sat no more often than allowed, not twice on one day, and not once it was passed."""
    sat, permit = given.facts.exam, given.permit
    if permit is None:
        return None
    if sat.subject in permit.passed or _on_that_day(permit, sat.subject, sat.sat_on):
        return False
    before = sum(each.subject is sat.subject for each in permit.sittings)
    return sat.subject not in _OF_DRIVING or before < ATTEMPTS.on(given.today)


def _on_that_day(permit: LearnerPermitRecord, subject: ExamSubject, day: date) -> bool:
    return any(each.subject is subject and each.sat_on == day for each in permit.sittings)


ON_PERMIT: Final = Check(
    "C-EXAM-PERMIT",
    Title("考生和学习驾驶证明核对", "Candidate and learner's permit"),
    "R-EXAM-PERMIT",
    Title(
        zh="考生、考试车型或者考试日期与学习驾驶证明不符，考试成绩不予登记。请核对学习驾驶证明。",
        en="Candidate, class or day do not agree with the learner's permit, so the result is not "
        "entered. Please check the permit.",
    ),
    _on_a_valid_permit,
)
IN_ORDER: Final = Check(
    "C-EXAM-ORDER",
    Title("科目顺序核对", "Order of the subjects"),
    "R-EXAM-ORDER",
    Title(
        zh="前一科目尚未考试合格，本科目的成绩不予登记。请先参加前一科目的考试。",
        en="The subject before is not passed yet, so this result is not entered. Sit that first.",
    ),
    _in_order,
)
STILL_OPEN: Final = Check(
    "C-EXAM-AGAIN",
    Title("考试次数核对", "May be sat"),
    "R-EXAM-AGAIN",
    Title(
        zh="该科目已经合格、当日已经登记过成绩或者考试次数已用完，本次成绩不予登记。",
        en="The subject is passed, a result of that day is on record, or all attempts are used, so "
        "this result is not entered.",
    ),
    _still_open,
)
