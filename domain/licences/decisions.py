"""How the register carries out what is entered, and what the outcomes of cases change."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final, NoReturn, TypeAlias
from uuid import UUID

from domain.calendar import local_day
from domain.circumstances import Circumstances
from domain.clocks.grace import CANCELLING
from domain.licences import events
from domain.licences.changes import MEMORY
from domain.licences.commands import ChangeLicence, ConfirmCancellation, EnterLicence
from domain.licences.deadlines import deadlines, timer
from domain.licences.duties import DUTIES
from domain.licences.grant import first_entry, granted, restored
from domain.licences.medical import next_medical
from domain.licences.points import points_scored
from domain.licences.refusals import CancellationUnderRelief, NotListedForCancellation
from domain.licences.state import LicenceOnRecord, LicenceStage
from domain.message import CountReliefs, PassDeadline
from domain.refusal import NotAsThingsStand
from domain.register import changes
from domain.register.licence import LicenceRecord
from domain.register.licence_changes import (
    BusDriverQualified,
    FullPointsEducated,
    LicenceGranted,
    OfficeChanged,
    PointsScored,
    RightRestored,
)
from domain.register.validity import renewed_term
from domain.reliefs.effect import moved_at
from domain.reliefs.extension import Extension, looked_at_again, not_yet

_Change: TypeAlias = Callable[[LicenceRecord, Any, UUID, date], events.LicenceEvent]


def enter(
    current: LicenceOnRecord, command: EnterLicence, at: Circumstances
) -> Sequence[events.LicenceEvent]:
    if current.record == command.record:
        return []
    return [events.LicenceEntered(record=command.record, entered_on=at.today)]


def change(
    current: LicenceOnRecord, command: ChangeLicence, at: Circumstances
) -> Sequence[events.LicenceEvent]:
    """Each change becomes an event. What only a vehicle can have is left to the vehicle.

    An outcome that is undone is left out first. If others have built on it, a person decides what
    comes in its place.
    """
    anew = [each for each in command.changes if type(each) in CHANGES]
    issued = granted(command)
    if current.stage is LicenceStage.NEW:
        return [*first_entry(issued, at.today), *issued]
    of_licences = CHANGES.keys() | {LicenceGranted}
    right = MEMORY.put_right(current, command.case, command.changes, of_licences, at.today)
    if right.left_to_a_person:
        return right.told
    record = right.current.record
    return [
        *right.told,
        *issued,
        *(CHANGES[type(each)](record, each, command.case, at.today) for each in anew),
    ]


def pass_deadline(
    current: LicenceOnRecord, command: PassDeadline, at: Circumstances
) -> Sequence[events.LicenceEvent]:
    """A duty is missed from the day after its last one, unless a relief has moved that.

    A licence is never cancelled by itself. It is listed, and an officer looks at it.
    """
    running = timer(current)
    if running is None or running.clock != command.clock or at.now < running.at:
        raise NotAsThingsStand(command=type(command).__name__)
    (passing,) = (each for each in deadlines(current) if each.by_law.clock == running.clock)
    if moved := not_yet(passing.by_law, current.extended, current.record.office, at):
        return [_extended(moved)]
    last_day = local_day(running.at) - timedelta(days=1)
    if running.clock in CANCELLING:
        return [events.LicenceCancellationListed(duty=passing.duty, due_on=last_day)]
    return [events.LicenceDutyMissed(duty=passing.duty, due_on=last_day)]


def count_reliefs(
    current: LicenceOnRecord, command: CountReliefs, at: Circumstances
) -> Sequence[events.LicenceEvent]:
    """What waits for no day gets one, and what a relief reaches afterwards is no longer late."""
    office = current.record.office
    found = (
        looked_at_again(each.by_law, current.extended, office, at, passed=each.passed)
        for each in deadlines(current)
    )
    return [_extended(each) for each in found if each]


def not_listed(current: LicenceOnRecord) -> NoReturn:
    raise NotListedForCancellation(listed=sorted(current.listed))


def confirm_cancellation(
    current: LicenceOnRecord, command: ConfirmCancellation, at: Circumstances
) -> Sequence[events.LicenceEvent]:
    """Asks the reliefs once more, because one may have been announced since it was listed."""
    if command.duty not in current.listed:
        not_listed(current)
    cancels = DUTIES[command.duty].cancels
    (passed,) = (each for each in deadlines(current) if each.by_law.clock == cancels)
    moved = moved_at(passed.by_law, current.record.office, at)
    if moved and (moved.until is None or moved.until >= at.today):
        raise CancellationUnderRelief(until=moved.until)
    return [events.LicenceCancelled(duty=command.duty, cancelled_on=at.today)]


def _extended(moved: Extension) -> events.LicenceDeadlineExtended:
    return events.LicenceDeadlineExtended(**moved._asdict())


def _contact(
    record: LicenceRecord, change: changes.ContactChanged, case: UUID, today: date
) -> events.LicenceEvent:
    return events.HolderContactFiled(case=case, part=change.part)


def _document(
    record: LicenceRecord, change: changes.DocumentReissued, case: UUID, today: date
) -> events.LicenceEvent:
    return events.LicenceDocumentReissued(case=case, service=change.service, issued_on=today)


def _renewed(
    record: LicenceRecord, change: changes.LicenceRenewed, case: UUID, today: date
) -> events.LicenceEvent:
    term = renewed_term(record, judged_on=change.renewed_on)
    return events.LicenceTermBegun(
        case=case, issued_on=change.renewed_on, years=term.years, valid_until=term.valid_until
    )


def _reduced(
    record: LicenceRecord, change: changes.ClassesReduced, case: UUID, today: date
) -> events.LicenceEvent:
    return events.LicenceClassesReduced(case=case, classes=change.classes)


def _medical(
    record: LicenceRecord, change: changes.MedicalSubmitted, case: UUID, today: date
) -> events.LicenceEvent:
    return events.MedicalCertificateFiled(
        case=case,
        issued_on=change.issued_on,
        fit_for=change.fit_for,
        medical_due_on=next_medical(record, today),
    )


def _deferred(
    record: LicenceRecord, change: changes.DutyDeferred, case: UUID, today: date
) -> events.LicenceEvent:
    return events.LicenceDutyDeferred(
        case=case, duty=change.duty, base_on=change.base_on, until=change.until
    )


def _undone(
    record: LicenceRecord, change: changes.DeferralUndone, case: UUID, today: date
) -> events.LicenceEvent:
    return events.LicenceDeferralUndone(case=case, duty=change.duty, base_on=change.base_on)


def _given_up(
    record: LicenceRecord, change: changes.LicenceGivenUp, case: UUID, today: date
) -> events.LicenceEvent:
    return events.LicenceSurrendered(case=case, surrendered_on=change.given_up_on)


def _reviewed(
    record: LicenceRecord, change: changes.LicenceReviewed, case: UUID, today: date
) -> events.LicenceEvent:
    return events.LicenceReviewPassed(case=case, reviewed_on=change.reviewed_on)


def _educated(
    record: LicenceRecord, change: FullPointsEducated, case: UUID, today: date
) -> events.LicenceEvent:
    return events.FullPointsEducationPassed(case=case, passed_on=change.passed_on)


def _photo(
    record: LicenceRecord, change: changes.PhotoApproved, case: UUID, today: date
) -> events.LicenceEvent:
    return events.LicencePhotoFiled(case=case, approved_on=change.approved_on)


def _moved(
    record: LicenceRecord, change: OfficeChanged, case: UUID, today: date
) -> events.LicenceEvent:
    return events.LicenceMovedIn(case=case, office=change.office, issued_on=change.changed_on)


def _bus_driver(
    record: LicenceRecord, change: BusDriverQualified, case: UUID, today: date
) -> events.LicenceEvent:
    return events.SchoolBusDriverQualified(case=case, qualified_on=change.qualified_on)


CHANGES: Final[Mapping[type, _Change]] = MappingProxyType(
    {
        changes.ContactChanged: _contact,
        changes.DocumentReissued: _document,
        changes.LicenceRenewed: _renewed,
        changes.ClassesReduced: _reduced,
        changes.MedicalSubmitted: _medical,
        changes.DutyDeferred: _deferred,
        changes.DeferralUndone: _undone,
        changes.PhotoApproved: _photo,
        changes.LicenceGivenUp: _given_up,
        changes.LicenceReviewed: _reviewed,
        FullPointsEducated: _educated,
        PointsScored: points_scored,
        OfficeChanged: _moved,
        RightRestored: restored,
        BusDriverQualified: _bus_driver,
    }
)
"""The changes that a licence can have."""
