"""The register carries out what outcomes change in a licence."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.calendar import end_of_day
from domain.clocks.clock import Clock
from domain.hidden import shown
from domain.identifiers.licence_classes import LicenceClass
from domain.licences.commands import ChangeLicence, EnterLicence
from domain.licences.events import (
    HolderContactFiled,
    LicenceClassesReduced,
    LicenceDocumentReissued,
    LicenceEntered,
    LicencePhotoFiled,
    LicenceTermBegun,
    MedicalCertificateFiled,
)
from domain.licences.licence import LICENCE
from domain.message import Event
from domain.people import Actor, Role
from domain.refusal import NotPermitted, Unknown
from domain.register.changes import (
    AnyChange,
    ClassesReduced,
    ContactChanged,
    DeferralUndone,
    DocumentReissued,
    DutyDeferred,
    InspectionExtended,
    LicenceRenewed,
    MedicalSubmitted,
    PhotoApproved,
)
from domain.register.contact import FiledContact
from domain.register.document import IssuedDocument
from domain.register.licence import (
    Cycle,
    Deferral,
    LicenceDuty,
    LicenceState,
    MedicalCertificate,
)
from domain.timer import Timer
from tests.kit.decided import CASE, decided
from tests.unit.licences.situations import (
    DEFERRED,
    ENTERED,
    EXPIRY,
    MISSED,
    NORMAL,
    NOW,
    RECORD,
    RENEWED,
    TODAY,
    UNDONE,
    entered,
    record,
    timer,
)


def change(*changes: AnyChange, on: LicenceEntered = ENTERED) -> tuple[Event, ...]:
    return decided(LICENCE, ChangeLicence(case=CASE, changes=changes), [on], NOW)


def test_a_record_is_entered_as_a_whole_and_the_same_one_once() -> None:
    command = EnterLicence(record=RECORD)
    assert decided(LICENCE, command, [], NOW) == (ENTERED,)
    assert decided(LICENCE, command, [ENTERED], NOW) == ()
    assert record(ENTERED) == RECORD


def test_a_contact_is_a_reference_to_the_case_in_which_it_is_sealed() -> None:
    (filed,) = change(ContactChanged())
    assert filed == HolderContactFiled(case=CASE, part="details")
    assert LICENCE.fold([ENTERED, filed]).contact == FiledContact(CASE, "details")


def test_a_reissued_licence_is_kept_beside_those_before_it() -> None:
    (event,) = change(DocumentReissued(service="licence_lost_reissue"))
    assert event == LicenceDocumentReissued(
        case=CASE, service="licence_lost_reissue", issued_on=TODAY
    )
    assert record(ENTERED, event).issued == (
        IssuedDocument("licence_lost_reissue", "", TODAY, CASE),
    )


def test_a_renewal_begins_a_longer_term_if_no_cycle_reached_twelve_points() -> None:
    assert change(LicenceRenewed(renewed_on=TODAY)) == (RENEWED,)
    after = record(ENTERED, RENEWED)
    assert (after.issued_on, after.years, after.valid_until) == (TODAY, 10, date(2030, 6, 30))
    assert after.first_issued_on == RECORD.first_issued_on


def test_a_renewal_begins_a_term_of_the_same_length_otherwise() -> None:
    on = entered(cycles=(*RECORD.cycles[:4], Cycle(date(2019, 6, 30), 12)))
    assert change(LicenceRenewed(renewed_on=TODAY), on=on) == (
        replace(RENEWED, years=6, valid_until=date(2026, 6, 30)),
    )


def test_after_ten_years_a_licence_is_valid_for_good() -> None:
    on = entered(years=10)
    (begun,) = change(LicenceRenewed(renewed_on=TODAY), on=on)
    assert begun == replace(RENEWED, years=None, valid_until=None)
    assert timer(on, begun) is None


def test_the_points_of_the_old_term_do_not_count_for_the_next() -> None:
    running = Cycle(date(2020, 6, 30), 2)
    assert record(entered(cycles=(*RECORD.cycles, running)), RENEWED).cycles == (running,)


@pytest.mark.parametrize("before", [(MISSED,), (DEFERRED,), (DEFERRED, UNDONE), ()])
def test_after_a_renewal_nothing_is_overdue_or_deferred(before: tuple[Event, ...]) -> None:
    assert record(ENTERED, *before, RENEWED).states == NORMAL
    assert timer(ENTERED, *before, RENEWED) == Timer(Clock.LIC_RENEW, end_of_day(date(2030, 6, 30)))


def test_the_classes_that_age_leaves_take_the_place_of_the_others() -> None:
    left = (LicenceClass.C1, LicenceClass.E)
    (event,) = change(ClassesReduced(classes=left))
    assert event == LicenceClassesReduced(case=CASE, classes=left)
    assert record(ENTERED, event).classes == left


@pytest.mark.parametrize(
    ("classes", "first_issued_on", "due_on", "next_on"),
    [
        ((LicenceClass.C1,), date(1989, 1, 31), date(2020, 3, 1), date(2021, 3, 2)),
        ((LicenceClass.C1,), date(1989, 1, 31), date(2018, 3, 2), date(2021, 3, 2)),
        ((LicenceClass.C5,), date(2011, 2, 10), date(2020, 3, 11), date(2023, 3, 12)),
    ],
)
def test_a_certificate_serves_until_the_end_of_the_next_cycle_that_asks_for_one(
    classes: tuple[LicenceClass, ...], first_issued_on: date, due_on: date, next_on: date
) -> None:
    on = entered(classes=classes, first_issued_on=first_issued_on, medical_due_on=due_on)
    issued_on, fit_for = date(2020, 2, 20), (LicenceClass.C1,)
    (event,) = change(MedicalSubmitted(issued_on=issued_on, fit_for=fit_for), on=on)
    assert event == MedicalCertificateFiled(
        case=CASE, issued_on=issued_on, fit_for=fit_for, medical_due_on=next_on
    )
    after = record(on, event)
    assert after.medical == MedicalCertificate(issued_on, frozenset(fit_for))
    assert after.medical_due_on == next_on


def test_who_owes_no_certificate_owes_none_after_one_came_in() -> None:
    (event,) = change(MedicalSubmitted(issued_on=TODAY, fit_for=(LicenceClass.C1,)))
    assert isinstance(event, MedicalCertificateFiled)
    assert event.medical_due_on is None


@pytest.mark.parametrize(
    ("duty", "letter"),
    [
        (LicenceDuty.RENEWAL, LicenceState.RENEWAL_DEFERRED),
        (LicenceDuty.REVIEW, LicenceState.REVIEW_DEFERRED),
        (LicenceDuty.MEDICAL, LicenceState.MEDICAL_DEFERRED),
    ],
)
def test_a_deferral_has_its_letter_until_it_is_undone(
    duty: LicenceDuty, letter: LicenceState
) -> None:
    on = entered(review_due_on=EXPIRY, medical_due_on=EXPIRY)
    asked = DutyDeferred(duty=duty, base_on=EXPIRY, until=date(2022, 6, 30))
    (event,) = change(asked, on=on)
    assert event == replace(DEFERRED, duty=duty)
    assert record(on, event).states == {letter}
    assert record(on, event).deferrals == (Deferral(duty, EXPIRY, date(2022, 6, 30)),)
    (undone,) = change(DeferralUndone(duty=duty, base_on=EXPIRY), on=on)
    assert undone == replace(UNDONE, duty=duty)
    assert (record(on, event, undone).states, record(on, event, undone).deferrals) == (NORMAL, ())


def test_a_certificate_ends_the_deferral_of_one() -> None:
    on = entered(medical_due_on=EXPIRY, states=frozenset({LicenceState.MEDICAL_DEFERRED}))
    (event,) = change(MedicalSubmitted(issued_on=TODAY, fit_for=(LicenceClass.C1,)), on=on)
    assert record(on, event).states == NORMAL


def test_an_approved_photo_is_kept_by_its_day() -> None:
    (event,) = change(PhotoApproved(approved_on=TODAY))
    assert event == LicencePhotoFiled(case=CASE, approved_on=TODAY)
    assert record(ENTERED, event).photo_approved_on == TODAY


def test_several_changes_are_as_many_events_in_their_order() -> None:
    asked = (LicenceRenewed(renewed_on=TODAY), DocumentReissued(service="licence_renewal"))
    assert [type(each) for each in change(*asked)] == [LicenceTermBegun, LicenceDocumentReissued]


def test_what_only_a_vehicle_can_have_changes_no_licence() -> None:
    assert change(InspectionExtended(months=24)) == ()


def test_nothing_is_changed_in_a_licence_that_is_not_on_record() -> None:
    with pytest.raises(Unknown):
        decided(LICENCE, ChangeLicence(case=CASE, changes=(ContactChanged(),)), [], NOW)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SYSTEM}))
def test_nobody_changes_the_register_by_hand(role: Role) -> None:
    for command in (EnterLicence(record=RECORD), ChangeLicence(case=CASE, changes=())):
        with pytest.raises(NotPermitted):
            decided(LICENCE, command, [ENTERED], NOW, Actor(role, "who", "410100"))


def test_a_letter_that_an_outcome_does_not_concern_stays() -> None:
    on = entered(states=frozenset({LicenceState.VIOLATION_OPEN}))
    assert record(on, MISSED).states == {"H", "M"}
    assert record(on, MISSED, RENEWED).states == {"H"}


def test_no_index_of_the_holder_is_shown() -> None:
    assert {"holder", "holder_name"}.isdisjoint(shown(ENTERED)["record"])
    assert {"holder", "holder_name"}.isdisjoint(shown(LICENCE.fold([ENTERED]))["record"])


def test_officials_of_the_office_see_it_and_nobody_else() -> None:
    state, owner = LICENCE.fold([ENTERED]), Actor(Role.SYSTEM, "import")
    assert LICENCE.sees(Actor(Role.CLERK, "who", "410100"), state, owner)
    assert not LICENCE.sees(Actor(Role.CLERK, "who", "410300"), state, owner)
    assert not LICENCE.sees(Actor(Role.APPLICANT, "who"), state, owner)
