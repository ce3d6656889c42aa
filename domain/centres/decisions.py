"""What is recorded of a network office centre, and what is not."""

from collections.abc import Sequence
from typing import Final

from domain.centres import commands, events
from domain.centres.choices import CentreIncidentKind, CentreRemedy
from domain.centres.refusals import (
    CentreIncidentKnown,
    CentreIncidentNotOpen,
    CentreIncidentUnclear,
    CentreOfOthers,
    EquipmentNotHere,
    EquipmentNumberTaken,
    NoCentre,
    RemedyDoesNotFit,
    WorkRulesNotInForce,
)
from domain.centres.state import Centre, centre_of
from domain.circumstances import Circumstances
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES, within

_OF_STAFF: Final = frozenset({CentreRemedy.STAFF_ADDED, CentreRemedy.STAFF_BACK})
_SHORT: Final = CentreIncidentKind.STAFF_SHORTAGE


def issue_rules(
    current: Centre, command: commands.IssueWorkRules, at: Circumstances
) -> Sequence[events.CentreEvent]:
    _reached(command.office, at)
    return [
        events.WorkRulesIssued(
            office=command.office,
            version=current.version + 1,
            document_no=command.document_no,
            effective_on=command.effective_on,
        )
    ]


def confirm_rules(
    current: Centre, command: commands.ConfirmWorkRules, at: Circumstances
) -> Sequence[events.CentreEvent]:
    """Whoever has read it already has read it."""
    _reached(command.office, at)
    if not current.rules or command.version != current.version:
        raise WorkRulesNotInForce(newest=current.version)
    if at.by.person in current.rules[-1].readers:
        return []
    return [
        events.WorkRulesRead(office=command.office, version=command.version, reader=at.by.person)
    ]


def roster(
    current: Centre, command: commands.RosterCentreShift, at: Circumstances
) -> Sequence[events.CentreEvent]:
    """Nobody counts twice on a shift. What stands on it already is nothing new."""
    _reached(command.office, at)
    officers = tuple(dict.fromkeys(command.officers))
    stands = (
        each.officers
        for each in current.shifts
        if (each.day, each.shift) == (command.day, command.shift)
    )
    if next(stands, None) == officers:
        return []
    return [
        events.CentreShiftRostered(
            office=command.office, day=command.day, shift=command.shift, officers=officers
        )
    ]


def register(
    current: Centre, command: commands.RegisterEquipment, at: Circumstances
) -> Sequence[events.CentreEvent]:
    """A number is given once, also after its item was withdrawn."""
    _reached(command.office, at)
    item = command.item.upper()
    if current.item(item):
        raise EquipmentNumberTaken(item=item)
    return [
        events.EquipmentRegistered(office=command.office, item=item, equipment=command.equipment)
    ]


def report(
    current: Centre, command: commands.ReportCentreIncident, at: Circumstances
) -> Sequence[events.CentreEvent]:
    """Several shortages add up. Of an item the same is reported once until it is remedied."""
    _reached(command.office, at)
    of_staff = command.kind is _SHORT
    if of_staff is (command.lacking is None) or of_staff is (command.item is not None):
        raise CentreIncidentUnclear(kind=command.kind)
    item = (command.item or "").upper()
    if item and item not in current.in_use:
        raise EquipmentNotHere(item=item, choices=current.in_use)
    for each in current.open:
        if item and (each.item, each.kind) == (item, command.kind):
            raise CentreIncidentKnown(incident=each.incident)
    return [
        events.CentreIncidentReported(
            office=command.office,
            incident=current.incidents + 1,
            kind=command.kind,
            lacking=command.lacking or 0,
            item=item,
        )
    ]


def remedy(
    current: Centre, command: commands.RemedyCentreIncident, at: Circumstances
) -> Sequence[events.CentreEvent]:
    _reached(command.office, at)
    found = next((each for each in current.open if each.incident == command.incident), None)
    if found is None:
        numbers = [each.incident for each in current.open]
        raise CentreIncidentNotOpen(incident=command.incident, choices=numbers)
    fitting = remedies_for(found.kind)
    if command.remedy not in fitting:
        raise RemedyDoesNotFit(choices=list(map(str, fitting)))
    return [
        events.CentreIncidentRemedied(
            office=command.office,
            incident=found.incident,
            kind=found.kind,
            remedy=command.remedy,
            item=found.item,
        )
    ]


def remedies_for(kind: CentreIncidentKind) -> list[CentreRemedy]:
    """By what an incident of this kind can be over."""
    return [each for each in CentreRemedy if (each in _OF_STAFF) is (kind is _SHORT)]


def _reached(office: str, at: Circumstances) -> None:
    """Raises a refusal unless the address names this centre and the officer reaches it."""
    record = OFFICES.get(office)
    is_centre = record is not None and record.kind is OfficeKind.NETWORK_CENTRE
    if not is_centre or centre_of(office) != at.stream:
        raise NoCentre(office=office)
    if at.by.office is None or not within(office, at.by.office):
        raise CentreOfOthers(office=office)
