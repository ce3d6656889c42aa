"""How each event changes the centre, one row an event."""

from datetime import timedelta
from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.centres import events
from domain.centres.capacity import EquipmentItem
from domain.centres.choices import CentreIncidentKind, CentreRemedy, EquipmentCondition
from domain.centres.state import Centre, CentreStage, OpenIncident, ShiftOfDay, WorkRules

_REMEMBERED: Final = timedelta(days=62)
_WORSE: Final = {
    CentreIncidentKind.EQUIPMENT_OLD: EquipmentCondition.OLD,
    CentreIncidentKind.EQUIPMENT_FAULT: EquipmentCondition.FAULTY,
}


def _issued(current: Centre, event: events.WorkRulesIssued) -> Centre:
    issued = WorkRules(event.version, event.document_no, event.effective_on)
    return replace(current, office=event.office, rules=(*current.rules, issued))


def _read(current: Centre, event: events.WorkRulesRead) -> Centre:
    rules = (
        replace(each, readers=(*each.readers, event.reader))
        if each.version == event.version
        else each
        for each in current.rules
    )
    return replace(current, rules=tuple(rules))


def _rostered(current: Centre, event: events.CentreShiftRostered) -> Centre:
    others = (
        each
        for each in current.shifts
        if (each.day, each.shift) != (event.day, event.shift)
        and each.day >= event.day - _REMEMBERED
    )
    shift = ShiftOfDay(event.day, event.shift, event.officers)
    return replace(current, office=event.office, shifts=(*others, shift))


def _registered(current: Centre, event: events.EquipmentRegistered) -> Centre:
    item = EquipmentItem(event.item, event.equipment)
    return replace(current, office=event.office, items=(*current.items, item))


def _reported(current: Centre, event: events.CentreIncidentReported) -> Centre:
    incident = OpenIncident(event.incident, event.kind, event.lacking, event.item)
    reported = replace(
        current,
        office=event.office,
        open=(*current.open, incident),
        incidents=event.incident,
    )
    worse = _WORSE.get(event.kind)
    return reported if worse is None else _conditioned(reported, event.item, worse)


def _remedied(current: Centre, event: events.CentreIncidentRemedied) -> Centre:
    """What is withdrawn ends whatever else was the matter with the item."""
    gone = event.remedy is CentreRemedy.WITHDRAWN
    left = tuple(
        each
        for each in current.open
        if each.incident != event.incident and not (gone and each.item == event.item)
    )
    remedied = replace(current, open=left)
    if not event.item:
        return remedied
    condition = EquipmentCondition.WITHDRAWN if gone else EquipmentCondition.GOOD
    for each in left:
        if each.item == event.item:
            condition = _WORSE[each.kind]
    return _conditioned(remedied, event.item, condition)


def _conditioned(current: Centre, item: str, condition: EquipmentCondition) -> Centre:
    items = (
        replace(each, condition=condition) if each.item == item else each for each in current.items
    )
    return replace(current, items=tuple(items))


EFFECTS: Final[tuple[Effect[Centre, Any], ...]] = (
    Effect(events.WorkRulesIssued, to=CentreStage.RUNNING, change=_issued),
    Effect(events.WorkRulesRead, change=_read),
    Effect(events.CentreShiftRostered, to=CentreStage.RUNNING, change=_rostered),
    Effect(events.EquipmentRegistered, to=CentreStage.RUNNING, change=_registered),
    Effect(events.CentreIncidentReported, to=CentreStage.RUNNING, change=_reported),
    Effect(events.CentreIncidentRemedied, change=_remedied),
)
