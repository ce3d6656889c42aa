"""How somebody gets a licence, and gets back the right to drive."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from domain.licences import events
from domain.licences.commands import ChangeLicence
from domain.licences.medical import next_medical
from domain.periods import add_years
from domain.refusal import Unknown
from domain.register.licence import LicenceRecord, LicenceState
from domain.register.licence_changes import LicenceGranted, RightRestored


def granted(command: ChangeLicence) -> Sequence[events.LicenceIssued]:
    by = command.registrant
    return [
        events.LicenceIssued(
            case=command.case,
            record=LicenceRecord(
                holder=by.owner if by else b"",
                holder_name=by.owner_name if by else b"",
                office=said.office,
                classes=said.classes,
                first_issued_on=said.issued_on,
                issued_on=said.issued_on,
                valid_until=add_years(said.issued_on, said.years),
                years=said.years,
                birth_month=by.birth_month if by else None,
            ),
        )
        for said in command.changes
        if isinstance(said, LicenceGranted)
    ]


def first_entry(
    issued: Sequence[events.LicenceIssued], today: date
) -> Sequence[events.LicenceEvent]:
    """A licence that is not on record is entered as one of nobody before it is issued.

    Raises ``Unknown`` for any other change of it.
    """
    if not issued:
        raise Unknown
    said = issued[0].record
    nobody_s = LicenceRecord(
        holder=b"",
        holder_name=b"",
        office=said.office,
        classes=(),
        first_issued_on=said.first_issued_on,
        issued_on=said.issued_on,
        valid_until=None,
        years=None,
        states=frozenset({LicenceState.CANCELLED}),
    )
    return [events.LicenceEntered(record=nobody_s, entered_on=today)]


def restored(
    record: LicenceRecord, change: RightRestored, case: UUID, today: date
) -> events.LicenceEvent:
    """A term that is over begins anew, for as many years as before. A certificate that was missed
    is made up, so the next one is due.
    """
    medical = record.medical_due_on
    missed = medical is not None and medical < change.restored_on
    over = record.valid_until is not None and record.valid_until < change.restored_on
    again = add_years(change.restored_on, record.years) if over and record.years else None
    return events.LicenceRestored(
        case=case,
        restored_on=change.restored_on,
        valid_until=again or record.valid_until,
        medical_due_on=next_medical(record, today) if missed else medical,
    )
