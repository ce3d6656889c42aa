"""A licence that is issued here, moves in, is restored, or permits school buses."""

from datetime import date
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.identifiers.licence_classes import LicenceClass
from domain.licences import events
from domain.licences.commands import ChangeLicence, EnterLicence
from domain.licences.duties import timed
from domain.licences.licence import LICENCE
from domain.message import Event
from domain.periods import add_years
from domain.register.changes import LicenceReviewed, OutcomeUndone, Registrant, Undoable
from domain.register.document import HandedOut
from domain.register.licence import LicenceRecord, LicenceState
from domain.register.licence_changes import (
    BusDriverQualified,
    LicenceGranted,
    OfficeChanged,
    RightRestored,
)
from tests.kit.decided import CASE, decided
from tests.unit.licences.situations import NOW, RECORD, TODAY

OTHER = UUID(int=9)
HOLDER = Registrant(b"whose it is", b"his name")
GRANTED = LicenceGranted(office="410100", classes=(LicenceClass.C1,), issued_on=TODAY, years=6)
RESTORED = RightRestored(restored_on=TODAY)
ENDED = date(2018, 11, 30)
GONE = replace(
    RECORD,
    valid_until=ENDED,
    states=frozenset({LicenceState.RESTORABLE, LicenceState.RENEWAL_OVERDUE}),
)


def entered(record: LicenceRecord = RECORD) -> tuple[Event, ...]:
    return decided(LICENCE, EnterLicence(record=record), [], NOW)


def after(
    change: Undoable, on: tuple[Event, ...], case: UUID = CASE, to: Registrant | None = None
) -> tuple[Event, ...]:
    command = ChangeLicence(case=case, changes=(change,), registrant=to)
    return (*on, *decided(LICENCE, command, on, NOW))


def undone(change: Undoable, on: tuple[Event, ...]) -> tuple[Event, ...]:
    command = ChangeLicence(case=CASE, changes=(OutcomeUndone(changes=(change,)),))
    return decided(LICENCE, command, on, NOW)


def test_a_licence_is_issued_for_the_first_term_to_whoever_had_none() -> None:
    history = after(GRANTED, (), to=HOLDER)
    assert [type(each).__name__ for each in history] == ["LicenceEntered", "LicenceIssued"]
    record = LICENCE.fold(history).record
    assert (record.holder, record.holder_name) == (HOLDER.owner, HOLDER.owner_name)
    assert (record.valid_until, record.years) == (add_years(TODAY, 6), 6)
    assert record.states == {LicenceState.NORMAL}


def test_a_licence_that_is_issued_takes_the_place_of_one_that_is_gone() -> None:
    given_up = replace(RECORD, states=frozenset({LicenceState.CANCELLED}))
    record = LICENCE.fold(after(GRANTED, entered(given_up), to=HOLDER)).record
    assert record.states == {LicenceState.NORMAL}
    assert record.issued == RECORD.issued


def test_a_licence_whose_grant_falls_is_nobody_s_and_its_card_is_void() -> None:
    history = after(GRANTED, (), to=HOLDER)
    record = LICENCE.fold([*history, *undone(GRANTED, history)]).record
    assert record.holder == b""
    assert record.states == {LicenceState.CANCELLED}
    assert [each.what for each in record.void] == [HandedOut.LICENCE]


def test_whatever_follows_a_grant_leans_on_it() -> None:
    history = after(GRANTED, (), to=HOLDER)
    history = after(LicenceReviewed(reviewed_on=TODAY), history, OTHER)
    (told,) = undone(GRANTED, history)
    assert isinstance(told, events.LicenceOutcomeUndone)
    assert told.built_on_by == (OTHER,)


def test_nothing_of_the_holder_is_kept_where_his_deadlines_are() -> None:
    state = timed(LICENCE.fold(after(GRANTED, (), to=HOLDER)))
    assert str(HOLDER.owner) not in repr(state)
    assert str(HOLDER.owner_name) not in repr(state)


def test_a_right_that_is_restored_begins_another_term_if_the_last_one_is_over() -> None:
    state = LICENCE.fold(after(RESTORED, entered(GONE)))
    assert state.record.states == {LicenceState.NORMAL}
    assert state.record.valid_until == add_years(TODAY, 6)
    assert (state.missed, state.listed) == (frozenset(), frozenset())


def test_a_right_that_is_restored_in_its_term_keeps_its_last_day() -> None:
    medical = replace(GONE, valid_until=date(2022, 1, 5), medical_due_on=date(2018, 3, 1))
    record = LICENCE.fold(after(RESTORED, entered(medical))).record
    assert record.valid_until == date(2022, 1, 5)
    assert record.medical_due_on
    assert record.medical_due_on > TODAY


def test_a_certificate_that_is_not_due_yet_stays_due_when_it_was() -> None:
    record = LICENCE.fold(
        after(RESTORED, entered(replace(GONE, medical_due_on=date(2020, 9, 1))))
    ).record
    assert record.medical_due_on == date(2020, 9, 1)


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        (OfficeChanged(office="410300", changed_on=TODAY), "office", "410300"),
        (BusDriverQualified(qualified_on=TODAY), "bus_driver_since", TODAY),
    ],
)
def test_it_is_on_record_and_as_before_if_the_decision_falls(
    change: Undoable, field: str, value: object
) -> None:
    history = after(change, entered())
    assert getattr(LICENCE.fold(history).record, field) == value
    back = LICENCE.fold([*history, *undone(change, history)]).record
    assert getattr(back, field) == getattr(RECORD, field)
