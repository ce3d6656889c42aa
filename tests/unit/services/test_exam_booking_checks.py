"""D05: whether a learner may sit the examination that he books, by the intervals of Order 139."""

from dataclasses import replace
from datetime import date

import pytest
from msgspec.structs import replace as changed

from domain.calendar import Calendar
from domain.exam_plans.booking import LearnerStanding, standing
from domain.exam_plans.ranking import RankBasis, waited
from domain.identifiers.licence_classes import LicenceClass
from domain.register.learner_permit import ExamSitting, ExamSubject, LearnerPermitRecord
from domain.services.blocks.appointment.examination import ExamSession
from domain.services.catalogue import CATALOGUE
from domain.services.given import Given, Numbers

SERVICE = CATALOGUE["exam_booking"]
FACTS = SERVICE.facts(
    channel="online_app",
    user_kind="real_name",
    capacity="learner",
    papers=(),
    site="410100.exs1",
    exam_on=date(2020, 3, 20),
    session=ExamSession.MORNING,
    subject=ExamSubject.TWO,
    exam_class=LicenceClass.C1,
)
ONE = ExamSitting(ExamSubject.ONE, date(2020, 1, 12), True)
TWO = ExamSitting(ExamSubject.TWO, date(2020, 1, 15), True)
FAILED = changed(TWO, passed=False)
PERMIT = LearnerPermitRecord(
    holder=b"owner",
    office="410100",
    wanted=LicenceClass.C1,
    issued_on=date(2020, 1, 10),
    valid_until=date(2023, 1, 10),
    sittings=(ONE,),
)


def judged(
    check: str,
    *sittings: ExamSitting,
    on: date = date(2020, 3, 3),
    subject: ExamSubject = ExamSubject.TWO,
    permit: LearnerPermitRecord = PERMIT,
    told: bytes | None = None,
    proven: bool = True,
) -> bool | None:
    given = Given(
        facts=changed(FACTS, subject=subject),
        today=on,
        calendar=Calendar(),
        office="410100",
        applicant=b"owner",
        name=b"name",
        proven=proven,
        numbers=Numbers(permit_no=told),
        permit=changed(permit, sittings=sittings),
    )
    (found,) = (each for each in SERVICE.checks if each.code == check)
    assert found.judge(replace(given, permit=None)) is None
    return found.judge(given)


@pytest.mark.parametrize(
    ("subject", "first"),
    [(ExamSubject.TWO, date(2020, 1, 20)), (ExamSubject.THREE_ROAD, date(2020, 2, 9))],
)
def test_a_subject_of_driving_is_booked_so_many_days_after_the_permit(
    subject: ExamSubject, first: date
) -> None:
    before = first.replace(day=first.day - 1)
    assert judged("C-INTERVAL", ONE, on=first, subject=subject) is True
    assert judged("C-INTERVAL", ONE, on=before, subject=subject) is False


def test_ten_days_after_a_failure_it_is_booked_again() -> None:
    assert judged("C-INTERVAL", ONE, FAILED, on=date(2020, 1, 25)) is True
    assert judged("C-INTERVAL", ONE, FAILED, on=date(2020, 1, 24)) is False


@pytest.mark.parametrize(("before", "left"), [(4, True), (5, False)])
def test_a_subject_of_driving_is_sat_five_times_within_a_permit(before: int, left: bool) -> None:
    tries = [changed(FAILED, sat_on=date(2020, 2, 1 + n)) for n in range(before)]
    assert judged("C-ATTEMPTS", ONE, *tries) is left
    record = changed(PERMIT, sittings=(ONE, *tries))
    assert standing(record, ExamSubject.TWO) == LearnerStanding(
        waited(record).since, RankBasis.LAST_EXAM, before
    )


@pytest.mark.parametrize(
    ("subject", "passed", "may"),
    [
        (ExamSubject.ONE, (), True),
        (ExamSubject.ONE, (ONE,), False),
        (ExamSubject.TWO, (), False),
        (ExamSubject.TWO, (ONE,), True),
        (ExamSubject.TWO, (ONE, TWO), False),
        (ExamSubject.THREE_THEORY, (ONE, TWO), False),
    ],
)
def test_a_subject_is_booked_in_its_order_and_not_once_it_is_passed(
    subject: ExamSubject, passed: tuple[ExamSitting, ...], may: bool
) -> None:
    assert judged("C-EXAM-SUBJECT", *passed, subject=subject) is may


@pytest.mark.parametrize(
    ("told", "known", "passes"),
    [
        (b"permit", b"permit", True),
        (b"of somebody else", b"permit", False),
        (b"permit", None, True),
        (None, b"permit", True),
    ],
)
def test_whoever_knows_only_the_person_does_not_book_on_his_permit(
    told: bytes | None, known: bytes | None, passes: bool
) -> None:
    """The number of the permit is the one thing that a stranger does not know."""
    permit = changed(PERMIT, permit_no=known)
    assert judged("C-PERMIT-NO", permit=permit, told=told) is passes


@pytest.mark.parametrize(
    ("proven", "holder", "passes"),
    [(True, b"owner", True), (False, b"owner", None), (True, b"somebody else", None)],
)
def test_only_the_learner_himself_is_taken_for_the_learner(
    proven: bool, holder: bytes, passes: bool | None
) -> None:
    """Whoever knows his numbers could book in his name, and absence counts as a failure."""
    assert judged("C-ID", permit=changed(PERMIT, holder=holder), proven=proven) is passes
