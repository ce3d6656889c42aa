"""The checks of a booking: the permit, the waiting times, the attempts, the plan."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from domain.clocks.clock import Clock
from domain.clocks.exams import ATTEMPTS, LearnerGroup, bookable_from
from domain.identifiers.licence_classes import LicenceClass
from domain.register.learner_permit import PASSED_BEFORE, ExamSubject
from domain.services.checks.application import IDENTITY
from domain.services.checks.check import Check
from domain.services.checks.record import is_of_another
from domain.services.given import Given
from domain.titles import Title

_OF_DRIVING: Final[Mapping[ExamSubject, Clock]] = MappingProxyType(
    {ExamSubject.TWO: Clock.SUBJ2_WAIT, ExamSubject.THREE_ROAD: Clock.SUBJ3_WAIT}
)
_LARGE: Final = frozenset("A1 A2 A3 B1 B2".split())
_LIGHT: Final = frozenset("C3 C4 D E F".split())


def _group(wanted: LicenceClass) -> LearnerGroup:
    if wanted in _LARGE:
        return LearnerGroup.LARGE
    return LearnerGroup.LIGHT if wanted in _LIGHT else LearnerGroup.SMALL


def _himself(given: Given[Any]) -> bool | None:
    """Whoever sends the booking is the holder of the permit, by the number that his token proves.

    A permit names its holder by his number alone. Absence counts as a failure (162 art. 46), so
    nobody else books in his name: whoever only knows the number waits for an officer.
    """
    if given.permit is None:
        return None
    return True if given.proven and given.permit.holder == given.applicant else None


def _valid(given: Given[Any]) -> bool | None:
    """The permit is valid on the day of the examination (139 art. 38), or a relief makes it so."""
    permit = given.permit
    if permit is None:
        return None
    last, since = permit.valid_until, permit.issued_on
    return given.still(Clock.LEARNER_PERMIT, last, since=since, on=given.facts.exam_on)


def _named(given: Given[Any]) -> bool | None:
    """The permit is found by the person, so another number may be a permit of somebody else."""
    return not is_of_another(given.permit, given) if given.permit else None


def _wanted(given: Given[Any]) -> bool | None:
    return given.facts.exam_class is given.permit.wanted if given.permit else None


def _waited(given: Given[Any]) -> bool | None:
    """The learner has waited since the permit, and since the last failure in the subject."""
    subject = given.facts.subject
    if given.permit is None:
        return None
    if (clock := _OF_DRIVING.get(subject)) is None:
        return True
    opens = bookable_from(
        clock,
        given.permit.issued_on,
        _group(given.permit.wanted),
        judged_on=given.today,
        calendar=given.calendar,
    )
    failed = [
        each.sat_on for each in given.permit.sittings if each.subject is subject and not each.passed
    ]
    again = [given.due(Clock.RETEST_WAIT, max(failed))] if failed else []
    return all(day <= given.today for day in (opens, *again))


def _has_attempts_left(given: Given[Any]) -> bool | None:
    subject = given.facts.subject
    if given.permit is None:
        return None
    sat = sum(each.subject is subject for each in given.permit.sittings)
    return subject not in _OF_DRIVING or sat < ATTEMPTS.on(given.today)


def _may_be_sat(given: Given[Any]) -> bool | None:
    """The subjects before it are passed, and this one is not (139 art. 21 to 23)."""
    subject = given.facts.subject
    if given.permit is None:
        return None
    passed = given.permit.passed
    return subject not in passed and passed >= PASSED_BEFORE[subject]


LEARNER: Final = replace(IDENTITY, judge=_himself)
PERMIT_NUMBER: Final = Check(
    "C-PERMIT-NO",
    Title("学习驾驶证明编号核对", "Number of the learner's permit"),
    "R-PERMIT-NO",
    Title(
        zh="填写的学习驾驶证明编号与登记信息不符，请对照学习驾驶证明更正后重新预约。",
        en="The number is not that of the applicant's learner's permit on record. Compare it with "
        "the permit, correct it and book again.",
    ),
    _named,
)
PERMIT_VALID: Final = Check(
    "C-PERMIT",
    Title("学习驾驶证明有效期核对", "Learner's permit valid"),
    "R-PERMIT-EXPIRED",
    Title(
        zh="考试日期超过学习驾驶证明的有效期。请选择有效期以内的考试日期；已经到期的，请到车辆管理所咨询。",
        en="The learner's permit is not valid on the day of the examination. Choose an earlier "
        "day; if it has expired, ask at the vehicle office.",
    ),
    _valid,
)
CLASS_WANTED: Final = Check(
    "C-EXAM-CLASS",
    Title("考试车型核对", "Class applied for"),
    "R-EXAM-CLASS",
    Title(
        zh="考试车型与学习驾驶证明载明的准驾车型不一致，请更正后重新预约。",
        en="The class is not the one of the learner's permit. Correct it and book again.",
    ),
    _wanted,
)
SUBJECT_IN_ORDER: Final = Check(
    "C-EXAM-SUBJECT",
    Title("考试科目核对", "Subject in its order"),
    "R-EXAM-SUBJECT",
    Title(
        zh="前一科目尚未考试合格，或者该科目已经合格，不能预约。请核对考试科目后重新预约。",
        en="The subject before is not passed yet, or this one is passed already. Check the subject "
        "and book again.",
    ),
    _may_be_sat,
)
INTERVAL: Final = Check(
    "C-INTERVAL",
    Title("预约间隔核对", "Waiting time"),
    "R-INTERVAL",
    Title(
        zh="距领取学习驾驶证明或者上次考试的时间未达到规定的间隔，请期满后再预约。",
        en="The waiting time since the learner's permit or the last examination is not over. Book "
        "when it is.",
    ),
    _waited,
)
ATTEMPTS_LEFT: Final = Check(
    "C-ATTEMPTS",
    Title("考试次数核对", "Attempts left"),
    "R-ATTEMPTS",
    Title(
        zh="该科目在学习驾驶证明有效期内的考试次数已用完。请重新申请学习驾驶证明后再参加考试。",
        en="All attempts at this subject within the validity of the permit are used. Apply for a "
        "learner's permit again.",
    ),
    _has_attempts_left,
)
