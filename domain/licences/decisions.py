"""How the register carries out what is entered, and what the outcomes of cases change."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final, TypeAlias
from uuid import UUID

from domain.calendar import local_day
from domain.circumstances import Circumstances
from domain.licences import events
from domain.licences.commands import ChangeLicence, EnterLicence
from domain.licences.duties import DUTIES, timer
from domain.licences.medical import next_medical
from domain.licences.state import LicenceOnRecord
from domain.message import PassDeadline
from domain.refusal import NotAsThingsStand
from domain.register import changes
from domain.register.licence import LicenceRecord
from domain.register.validity import renewed_term

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
    """Each change becomes an event. What only a vehicle can have is left to the vehicle."""
    return [
        CHANGES[type(each)](current.record, each, command.case, at.today)
        for each in command.changes
        if type(each) in CHANGES
    ]


def pass_deadline(
    current: LicenceOnRecord, command: PassDeadline, at: Circumstances
) -> Sequence[events.LicenceEvent]:
    """A duty is missed from the day after its last one."""
    running = timer(current)
    if running is None or running.clock != command.clock or at.now < running.at:
        raise NotAsThingsStand(command=type(command).__name__)
    (duty,) = (duty for duty, told in DUTIES.items() if told.clock == running.clock)
    last_day = local_day(running.at) - timedelta(days=1)
    return [events.LicenceDutyMissed(duty=duty, due_on=last_day)]


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


def _photo(
    record: LicenceRecord, change: changes.PhotoApproved, case: UUID, today: date
) -> events.LicenceEvent:
    return events.LicencePhotoFiled(case=case, approved_on=change.approved_on)


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
    }
)
"""The changes that a licence can have."""
