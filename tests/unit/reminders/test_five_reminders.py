"""Each of the five reminders comes on its day, and the day before nobody hears anything."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.identifiers.licence_classes import LicenceClass
from domain.licences.state import LicenceOnRecord
from domain.message import Event
from domain.register.contact import FiledContact
from domain.register.learner_permit import ExamSitting, ExamSubject
from domain.register.licence import LicenceState
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.events import HolderReminded
from domain.reminders.rights import OnRecord, rights
from tests.unit.reminders.records import bus_driver, licence, permit, round_on, vehicle

DAY = timedelta(days=1)


def told(events: tuple[Event, ...]) -> HolderReminded:
    (event,) = events
    assert isinstance(event, HolderReminded)
    return event


def comes_on(record: OnRecord, topic: ReminderTopic, first: date, last: date) -> None:
    assert round_on(first - DAY, record) == ()
    event = told(round_on(first, record))
    assert (event.topic, event.last_on, event.until) == (topic, last, last)
    assert told(round_on(last, record)).until == last
    assert [type(each).__name__ for each in round_on(last + DAY, record)] == ["ReminderDropped"]


def with_term(valid_until: date) -> LicenceOnRecord:
    return licence(valid_until=valid_until, years=6)


@pytest.mark.parametrize(
    ("expiry", "opens"),
    [
        (date(2020, 2, 24), date(2019, 11, 26)),
        (date(2020, 2, 29), date(2019, 12, 1)),
        (date(2020, 9, 1), date(2020, 6, 3)),
    ],
)
def test_of_renewal_on_the_day_on_which_it_opens(expiry: date, opens: date) -> None:
    comes_on(with_term(expiry), ReminderTopic.RENEWAL, opens, expiry)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2020, 5, 21), date(2020, 6, 19)),
        (date(2020, 2, 1), date(2020, 3, 1)),
    ],
)
def test_of_the_medical_certificate_on_the_day_after_the_cycle(first: date, last: date) -> None:
    comes_on(
        licence(medical_due_on=last),
        ReminderTopic.MEDICAL,
        first,
        last,
    )


@pytest.mark.parametrize(
    ("until", "opens"),
    [
        (date(2020, 5, 31), date(2020, 3, 1)),
        (date(2020, 2, 29), date(2019, 11, 30)),
    ],
)
def test_of_the_inspection_when_the_next_mark_can_be_had(until: date, opens: date) -> None:
    comes_on(vehicle(until), ReminderTopic.INSPECTION, opens, until)


@pytest.mark.parametrize(
    ("issued_on", "until", "first"),
    [
        (date(2017, 2, 24), date(2020, 2, 24), date(2019, 11, 26)),
        (date(2016, 2, 29), date(2019, 2, 28), date(2018, 11, 30)),
    ],
)
def test_of_the_end_of_a_learners_permit(issued_on: date, until: date, first: date) -> None:
    comes_on(permit(issued_on, until), ReminderTopic.LEARNER_PERMIT, first, until)


def test_of_the_age_at_which_a_class_ends_before_the_month_of_the_birthday() -> None:
    """Who was born in March 1960 is sixty some day in March 2020, and has thirty days then."""
    comes_on(
        bus_driver(date(1960, 3, 1)), ReminderTopic.OVER_AGE, date(2020, 1, 31), date(2020, 4, 30)
    )


def test_of_the_second_age_only_for_what_was_not_lost_at_the_first() -> None:
    both = licence(
        classes=(LicenceClass.A2, LicenceClass.D),
        birth_month=date(1960, 3, 1),
    )
    assert [each.by_law.last for each in rights(both)] == [date(2020, 4, 30), date(2030, 4, 30)]
    bus = bus_driver(date(1960, 3, 1))
    assert [each.by_law.last for each in rights(bus)] == [date(2020, 4, 30)]
    car = licence(birth_month=date(1960, 3, 1))
    assert list(rights(car)) == []


def test_whose_month_of_birth_nobody_knows_is_not_reminded_of_an_age() -> None:
    assert ReminderTopic.OVER_AGE not in {each.topic for each in rights(bus_driver(None))}


def test_whoever_has_passed_everything_loses_nothing_by_the_end_of_his_permit() -> None:
    all_passed = tuple(ExamSitting(each, date(2019, 6, 3), True) for each in ExamSubject)
    issued_on, until = date(2017, 2, 24), date(2020, 2, 24)
    assert list(rights(permit(issued_on, until, sittings=all_passed))) == []
    assert len(list(rights(permit(issued_on, until, sittings=all_passed[:3])))) == 1


def test_of_a_licence_that_is_gone_nobody_is_reminded() -> None:
    gone = licence(states=frozenset({LicenceState.CANCELLED}), birth_month=date(1960, 3, 1))
    assert list(rights(gone)) == []


def test_the_contact_that_was_found_is_used_where_the_record_has_none() -> None:
    found, filed = FiledContact(UUID(int=3), "applicant"), FiledContact(UUID(int=4), "details")
    expiry = date(2020, 2, 24)
    record = with_term(expiry)
    assert told(round_on(expiry, record, contact=found)).contact == found
    with_contact = replace(record, contact=filed)
    assert told(round_on(expiry, with_contact, contact=found)).contact == filed
