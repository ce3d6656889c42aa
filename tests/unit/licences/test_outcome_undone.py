"""A licence is as if an undone decision had changed nothing in it, and says what is void."""

from datetime import date
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.identifiers.licence_classes import LicenceClass
from domain.licences.changes import MEMORY
from domain.licences.commands import ChangeLicence
from domain.licences.events import (
    HolderContactFiled,
    LicenceOutcomeUndone,
    LicencePhotoFiled,
    MedicalCertificateFiled,
)
from domain.licences.licence import LICENCE
from domain.message import Event
from domain.register.changes import (
    ClassesReduced,
    ContactChanged,
    DutyDeferred,
    InspectionExtended,
    LicenceRenewed,
    OutcomeUndone,
    Undoable,
)
from domain.register.contact import FiledContact
from domain.register.document import HandedOut, VoidDocument
from domain.register.licence import LicenceDuty, LicenceState
from tests.kit.decided import CASE, decided
from tests.unit.licences.situations import (
    DEFERRED,
    ENTERED,
    EXPIRY,
    MISSED,
    NOW,
    RECORD,
    RENEWED,
    TODAY,
)

OTHER = UUID(int=9)
RENEWAL = LicenceRenewed(renewed_on=TODAY)
FEWER = ClassesReduced(classes=(LicenceClass.C2,))
VOID = VoidDocument(what=HandedOut.LICENCE, case=CASE, void_from=TODAY, issued_on=TODAY)
PHOTO_OF_ANOTHER = LicencePhotoFiled(case=OTHER, approved_on=TODAY)
RENEWED_BY_ANOTHER = replace(RENEWED, case=OTHER, valid_until=date(2040, 6, 30))


def undone(*changes: Undoable, anew: tuple[Undoable, ...] = ()) -> ChangeLicence:
    return ChangeLicence(case=CASE, changes=(OutcomeUndone(changes=changes), *anew))


def after(command: ChangeLicence, *history: Event) -> tuple[tuple[Event, ...], list[Event]]:
    events = decided(LICENCE, command, history, NOW)
    return events, [*history, *events]


def test_what_the_case_had_changed_is_undone_and_its_paper_is_void() -> None:
    events, history = after(undone(RENEWAL), ENTERED, RENEWED, PHOTO_OF_ANOTHER)
    assert events == (LicenceOutcomeUndone(case=CASE, void=(VOID,)),)
    expected = replace(RECORD, photo_approved_on=TODAY, void=(VOID,))
    assert LICENCE.fold(history).record == expected


def test_a_duty_that_was_deferred_in_vain_is_owed_again() -> None:
    change = DutyDeferred(duty=LicenceDuty.RENEWAL, base_on=EXPIRY, until=DEFERRED.until)
    _, history = after(undone(change), ENTERED, MISSED, DEFERRED)
    record = LICENCE.fold(history).record
    assert record.states == {LicenceState.RENEWAL_OVERDUE}
    assert (record.deferrals, record.void) == ((), ())


def test_what_is_ordered_anew_counts_from_the_record_without_the_first() -> None:
    again = LicenceRenewed(renewed_on=date(2020, 3, 16))
    events, history = after(undone(RENEWAL, anew=(again,)), ENTERED, RENEWED)
    assert events[1] == replace(RENEWED, issued_on=again.renewed_on)
    assert LICENCE.fold(history).record.valid_until == RENEWED.valid_until


def test_what_others_have_built_on_it_stands_and_is_left_to_a_person() -> None:
    again = LicenceRenewed(renewed_on=date(2020, 3, 16))
    events, history = after(undone(RENEWAL, anew=(again,)), ENTERED, RENEWED, RENEWED_BY_ANOTHER)
    assert events == (
        LicenceOutcomeUndone(case=CASE, void=(VOID,), built_on_by=(OTHER,), left_out=(again,)),
    )
    assert LICENCE.fold(history).record.valid_until == RENEWED_BY_ANOTHER.valid_until


def test_without_the_one_and_the_other_it_is_what_was_entered() -> None:
    _, history = after(undone(RENEWAL), ENTERED, RENEWED, RENEWED_BY_ANOTHER)
    (second,) = decided(LICENCE, replace(undone(RENEWAL), case=OTHER), history, NOW)
    state = LICENCE.fold([*history, second])
    other = replace(VOID, case=OTHER)
    assert state.record == replace(RECORD, void=(VOID, other))


@pytest.mark.parametrize(
    ("first", "second", "leans"),
    [
        (DEFERRED, replace(RENEWED, case=OTHER), True),
        (DEFERRED, replace(DEFERRED, case=OTHER, duty=LicenceDuty.REVIEW), False),
        (
            MedicalCertificateFiled(case=CASE, issued_on=TODAY, fit_for=(), medical_due_on=None),
            MedicalCertificateFiled(case=OTHER, issued_on=TODAY, fit_for=(), medical_due_on=None),
            True,
        ),
        (HolderContactFiled(case=CASE, part="a"), HolderContactFiled(case=OTHER, part="b"), False),
        (replace(RENEWED, case=OTHER), RENEWED, False),
    ],
)
def test_only_a_later_outcome_about_the_same_leans_on_it(
    first: Event, second: Event, leans: bool
) -> None:
    ((event,), _) = after(undone(RENEWAL), ENTERED, first, second)
    assert isinstance(event, LicenceOutcomeUndone)
    assert event.built_on_by == ((OTHER,) if leans else ())


def test_of_a_record_that_was_entered_anew_a_person_has_to_say_what_is_in_it() -> None:
    events, history = after(undone(RENEWAL), ENTERED, RENEWED, ENTERED)
    assert events == (LicenceOutcomeUndone(case=CASE, entered_since=True),)
    assert LICENCE.fold(history).record == RECORD


def test_what_was_undone_before_is_no_riddle_the_second_time() -> None:
    _, history = after(undone(RENEWAL), ENTERED, RENEWED)
    ((event,), _) = after(undone(RENEWAL), *history)
    assert event == LicenceOutcomeUndone(case=CASE)


def test_an_earlier_contact_is_back() -> None:
    filed = [HolderContactFiled(case=each, part="details") for each in (OTHER, CASE)]
    _, history = after(undone(ContactChanged()), ENTERED, *filed)
    assert LICENCE.fold(history).contact == FiledContact(OTHER, "details")


def test_what_only_a_vehicle_had_is_not_undone_in_a_licence() -> None:
    assert after(undone(InspectionExtended(months=24)), ENTERED, RENEWED)[0] == ()


def test_a_record_that_is_not_here_stays_as_it_is() -> None:
    assert MEMORY.without_outcome(LICENCE.initial, CASE) == LICENCE.initial


def test_a_licence_of_fewer_classes_is_void_too() -> None:
    reduced = decided(
        LICENCE,
        ChangeLicence(case=CASE, changes=(FEWER,)),
        [ENTERED],
        NOW,
    )
    ((event,), history) = after(undone(FEWER), ENTERED, *reduced)
    assert isinstance(event, LicenceOutcomeUndone)
    assert event.void == (replace(VOID, issued_on=None),)
    assert LICENCE.fold(history).record.classes == RECORD.classes
