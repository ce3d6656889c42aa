"""The review: checks on record, then one decision."""

from collections.abc import Sequence
from datetime import date

from domain.case import commands, events
from domain.case.decisions.intake import refuse_unknown
from domain.case.office import Office
from domain.case.refusals import (
    CheckNotFailed,
    ChecksFailed,
    ChecksMissing,
    CheckUnknown,
    DeferralTooLong,
    DutyLeaderRequired,
    NotAsThingsStand,
    OtherOfficerRequired,
)
from domain.case.state import Case
from domain.clocks.clock import Clock
from domain.people import Role
from domain.services.service import Route


def start(current: Case, office: Office) -> Sequence[events.CaseEvent]:
    _other_eyes(current, office)
    return [events.ReviewStarted(reviewer=office.by.id)]


def record_check(
    current: Case, command: commands.RecordCheck, office: Office
) -> Sequence[events.CaseEvent]:
    known = {check.code for check in office.catalogue[current.service].checks}
    if command.check not in known:
        raise CheckUnknown(check=command.check)
    return [
        events.CheckResultRecorded(
            check=command.check, passed=command.passed, source=command.source
        )
    ]


def override_check(current: Case, command: commands.OverrideCheck) -> Sequence[events.CaseEvent]:
    if current.checks.get(command.check) is not False:
        raise CheckNotFailed(check=command.check)
    return [events.CheckOverridden(check=command.check, note=command.note)]


def approve(current: Case, office: Office) -> Sequence[events.CaseEvent]:
    """No approval without every required check on record (domain.md §7.4, invariant 3)."""
    _other_eyes(current, office)
    service = office.catalogue[current.service]
    required = [check.code for check in service.checks]
    if missing := [code for code in required if code not in current.checks]:
        raise ChecksMissing(checks=missing)
    if failed := [code for code in required if not current.checks[code]]:
        raise ChecksFailed(checks=failed)
    if (current.overridden or current.green) and office.by.role is not Role.SUPERVISOR:
        raise DutyLeaderRequired
    match service.route:
        case Route.RECORD:
            return [_approved(office), events.RecordChanged()]
        case Route.DEFERRAL:
            return [_approved(office), _deferral(current, office)]
        case Route.DOCUMENT_BY_POST:
            return _document(current, office)


def refuse(
    current: Case, command: commands.RefuseCase, office: Office
) -> Sequence[events.CaseEvent]:
    """With reasons, text and remedies, and the fee back (ALL art. 38, domain.md §7.4)."""
    _other_eyes(current, office)
    refuse_unknown(command.codes)
    return [
        events.CaseRefused(
            officer=office.by.id,
            decided_on=office.today,
            codes=command.codes,
            reconsider_by=office.due(Clock.RECON_APPLY),
            sue_by=office.due(Clock.SUIT),
            refund_fen=current.refundable_fen,
            note=command.note,
        )
    ]


def _other_eyes(current: Case, office: Office) -> None:
    """A program decides alone where the service is automatic, and nowhere else."""
    if office.by.role is Role.SYSTEM:
        if not office.catalogue[current.service].automatic:
            raise OtherOfficerRequired
    elif office.by.id == current.accepted_by or office.by.id in current.barred_reviewers:
        raise OtherOfficerRequired


def _approved(office: Office, deliver_by: date | None = None) -> events.CaseApproved:
    return events.CaseApproved(officer=office.by.id, decided_on=office.today, deliver_by=deliver_by)


def _deferral(current: Case, office: Office) -> events.DeferralGranted:
    """At most three years from the base date (139 art. 73)."""
    facts = current.facts
    if facts is None or facts.base_on is None or facts.requested_until is None:
        raise NotAsThingsStand(command=commands.ApproveCase.__name__)
    latest = office.due(Clock.DEFER_END, facts.base_on)
    if facts.requested_until > latest:
        raise DeferralTooLong(latest=latest)
    return events.DeferralGranted(until=facts.requested_until)


def _document(current: Case, office: Office) -> Sequence[events.CaseEvent]:
    """While plates are made the office issues a temporary one to who needs it (124 art. 44)."""
    approved = _approved(office, deliver_by=office.due(Clock.DELIVER_10))
    if not (current.facts and current.facts.need_temp_plate):
        return [approved]
    valid_to = office.due(Clock.TEMP_PLATE_REISSUE)
    return [approved, events.TempPlateIssued(valid_to=valid_to)]
