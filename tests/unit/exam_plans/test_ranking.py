"""Who waited longest comes first, and an epidemic moves nobody."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.exam_plans.ranking import Cut, RankBasis, RankingKey, Waited, cut, has_place, waited
from domain.identifiers.licence_classes import LicenceClass
from domain.register.learner_permit import ExamSitting, ExamSubject, LearnerPermitRecord

ACCEPTED = datetime(2019, 12, 1, 1, 30, tzinfo=UTC)
LATER = datetime(2019, 12, 15, 2, tzinfo=UTC)
GIVEN_UP = datetime(2020, 2, 10, 2, 15, tzinfo=UTC)
FRESH = LearnerPermitRecord(
    holder=b"a",
    office="410100",
    wanted=LicenceClass.C1,
    issued_on=date(2019, 12, 20),
    valid_until=date(2022, 12, 20),
    accepted_at=ACCEPTED,
)
SAT = ExamSitting(ExamSubject.ONE, date(2020, 1, 10), True)
FAILED = ExamSitting(ExamSubject.TWO, date(2020, 1, 20), False)
KEYS = st.builds(
    RankingKey,
    since=st.datetimes(timezones=st.just(UTC)),
    serial=st.text("0123456789", min_size=3, max_size=3),
)


def key(record: LearnerPermitRecord, serial: str) -> RankingKey:
    return RankingKey(waited(record).since, serial)


def test_the_first_booking_counts_from_the_acceptance_of_the_application() -> None:
    assert waited(FRESH) == Waited(ACCEPTED, RankBasis.ACCEPTED)


def test_a_permit_without_that_instant_counts_from_the_day_of_its_issue() -> None:
    began = datetime(2019, 12, 19, 16, tzinfo=UTC)
    assert waited(replace(FRESH, accepted_at=None)) == Waited(began, RankBasis.ACCEPTED)


def test_every_other_booking_counts_from_the_last_examination() -> None:
    last = datetime(2020, 1, 19, 16, tzinfo=UTC)
    assert waited(replace(FRESH, sittings=(FAILED, SAT))) == Waited(last, RankBasis.LAST_EXAM)


def test_a_place_that_was_given_up_counts_from_that_moment() -> None:
    assert waited(replace(FRESH, given_up_at=GIVEN_UP)) == Waited(GIVEN_UP, RankBasis.GIVEN_UP)


@pytest.mark.parametrize(("day", "basis"), [(20, RankBasis.LAST_EXAM), (1, RankBasis.GIVEN_UP)])
def test_of_an_examination_and_a_place_given_up_the_later_one_counts(
    day: int, basis: RankBasis
) -> None:
    sat = replace(SAT, sat_on=date(2020, 2, day))
    assert waited(replace(FRESH, sittings=(sat,), given_up_at=GIVEN_UP)).basis is basis


@pytest.mark.requirement("R30")
def test_whoever_cancels_for_the_epidemic_still_ranks_before_who_came_later() -> None:
    """A was accepted on 1 December and cancels on 10 February; B was accepted on 15 December."""
    a, b = FRESH, replace(FRESH, holder=b"b", accepted_at=LATER)
    gave_up = replace(a, given_up_at=GIVEN_UP)
    assert key(a, "2") < key(b, "1")
    assert key(b, "1") < key(gave_up, "2")


def test_of_equal_instants_the_smaller_serial_number_is_first() -> None:
    assert key(FRESH, "20200210000001") < key(FRESH, "20200210000002")


def test_an_examination_that_nobody_booked_gives_no_place() -> None:
    assert cut([], 20) == Cut(0, None)
    assert not has_place(key(FRESH, "1"), None)


@given(st.sets(KEYS, max_size=30), st.integers(1, 10))
def test_the_first_of_all_have_the_places_and_the_rest_have_none(
    keys: set[RankingKey], capacity: int
) -> None:
    placed, last = cut(keys, capacity)
    have = {each for each in keys if has_place(each, last)}
    assert len(have) == placed == min(capacity, len(keys))
    assert all(mine < other for mine in have for other in keys - have)


@given(st.sets(KEYS, min_size=1, max_size=30), st.integers(1, 10))
def test_whoever_waited_longer_never_loses_a_place_by_that(
    keys: set[RankingKey], capacity: int
) -> None:
    _, last = cut(keys, capacity)
    assert last is not None
    earlier = RankingKey(last.since - timedelta(seconds=1), last.serial)
    assert has_place(earlier, cut({*keys - {last}, earlier}, capacity).last)
