"""What is recorded of a network office centre, and how much it can do with who and what is there
(R17)."""

from datetime import date, timedelta

import pytest

from domain.centres import commands, events
from domain.centres.centre import CENTRE
from domain.centres.choices import (
    CentreIncidentKind,
    CentreRemedy,
    CentreShift,
    EquipmentCondition,
    EquipmentKind,
)
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
from domain.message import Event
from domain.people import Actor, Role
from tests.kit.centres import CLERK, DAY, OFFICE, RULES, incident, item, rostered, told

SHORT, OLD, FAULT = (
    CentreIncidentKind.STAFF_SHORTAGE,
    CentreIncidentKind.EQUIPMENT_OLD,
    CentreIncidentKind.EQUIPMENT_FAULT,
)
STATIONS = [item(f"WS-{number}") for number in range(1, 5)]


def centre(*history: Event) -> Centre:
    return CENTRE.fold(history)


def capacity(*history: Event, day: date = DAY) -> int | None:
    return centre(*history).capacity_on(day)


def remedied(number: int, kind: CentreIncidentKind, remedy: CentreRemedy, of: str = "") -> Event:
    return events.CentreIncidentRemedied(
        office=OFFICE, incident=number, kind=kind, remedy=remedy, item=of
    )


def test_rules_have_versions_and_the_newest_is_read_once_by_each() -> None:
    issue = commands.IssueWorkRules(
        office=OFFICE, document_no="洛公交车管〔2020〕3号", effective_on=DAY
    )
    read = commands.ConfirmWorkRules(office=OFFICE, version=1)
    assert told(issue) == (RULES,)
    (second,) = told(issue, RULES)
    assert isinstance(second, events.WorkRulesIssued)
    assert second.version == 2
    (was_read,) = told(read, RULES, by=CLERK)
    assert was_read == events.WorkRulesRead(office=OFFICE, version=1, reader="clerk")
    assert told(read, RULES, was_read, by=CLERK) == ()
    assert centre(RULES, was_read, second).rules[0].readers == ("clerk",)
    assert centre(RULES, was_read, second).rules[1].readers == ()
    for history in ([], [RULES, second]):
        with pytest.raises(WorkRulesNotInForce) as refused:
            told(read, *history, by=CLERK)
        assert refused.value.newest == 2 * bool(history)


def test_a_shift_is_rostered_anew_and_nobody_counts_twice() -> None:
    command = commands.RosterCentreShift(
        office=OFFICE, day=DAY, shift=CentreShift.DAY, officers=("a", "b", "a")
    )
    (first,) = told(command, rostered(4))
    assert isinstance(first, events.CentreShiftRostered)
    assert first.officers == ("a", "b")
    assert told(command, rostered(4), first) == ()
    assert centre(rostered(4), first).officers_on(DAY) == {CentreShift.DAY: 2}


def test_a_roster_is_remembered_for_two_months() -> None:
    later = DAY + timedelta(days=62)
    assert centre(rostered(4), rostered(2, later)).officers_on(DAY) == {CentreShift.DAY: 4}
    later += timedelta(days=1)
    assert centre(rostered(4), rostered(2, later)).officers_on(DAY) == {}


@pytest.mark.requirement("R17")
def test_half_the_staff_does_half_the_work_until_others_come() -> None:
    """Four officers for seven hours, six applications an hour each."""
    short = incident(1, SHORT, lacking=2)
    back = remedied(1, SHORT, CentreRemedy.STAFF_ADDED)
    assert capacity() is None
    assert capacity(rostered(4)) == 4 * 7 * 6
    assert capacity(rostered(4), day=DAY - timedelta(days=1)) is None
    assert capacity(rostered(4), day=DAY + timedelta(days=1)) == 4 * 7 * 6
    assert capacity(rostered(4), rostered(2, shift=CentreShift.EVENING)) == 4 * 42 + 2 * 18
    assert capacity(rostered(4), short) == 2 * 7 * 6
    assert capacity(rostered(4), short, incident(2, SHORT, lacking=3)) == 0
    assert capacity(rostered(4), short, back) == 4 * 7 * 6


@pytest.mark.requirement("R17")
def test_equipment_that_is_old_or_faulty_takes_from_the_capacity_until_it_is_mended() -> None:
    on = [rostered(4), *STATIONS]
    assert capacity(*on) == 168
    assert capacity(*on[:-1]) == 3 * 42
    assert capacity(*on, incident(1, OLD, of="WS-1")) == 3 * 42 + 29
    assert capacity(*on, incident(1, FAULT, of="WS-1")) == 3 * 42
    replaced = remedied(1, FAULT, CentreRemedy.REPLACED, of="WS-1")
    assert capacity(*on, incident(1, FAULT, of="WS-1"), replaced) == 168
    server, line = item("SV-1", EquipmentKind.SERVER), item("NL-1", EquipmentKind.NETWORK_LINE)
    assert capacity(*on, server, line) == 168
    assert capacity(*on, server, line, incident(1, FAULT, of="NL-1")) == 0
    spare = item("NL-2", EquipmentKind.NETWORK_LINE)
    assert capacity(*on, server, line, spare, incident(1, FAULT, of="NL-1")) == 168


def test_an_item_with_two_troubles_is_good_when_both_are_over() -> None:
    old, fault = incident(1, OLD, of="WS-1"), incident(2, FAULT, of="WS-1")
    history = [STATIONS[0], old, fault]
    found = centre(*history, remedied(2, FAULT, CentreRemedy.REPAIRED, of="WS-1"))
    assert found.items[0].condition is EquipmentCondition.OLD
    gone = centre(*history, remedied(2, FAULT, CentreRemedy.WITHDRAWN, of="WS-1"))
    assert (gone.items[0].condition, gone.open, gone.in_use) == ("withdrawn", (), [])


def test_a_number_of_an_item_is_given_once() -> None:
    command = commands.RegisterEquipment(
        office=OFFICE, item="ws-1", equipment=EquipmentKind.WORKSTATION
    )
    assert told(command) == (STATIONS[0],)
    with pytest.raises(EquipmentNumberTaken) as refused:
        told(command, STATIONS[0])
    assert refused.value.item == "WS-1"


def test_an_incident_is_of_people_by_number_or_of_an_item() -> None:
    def report(
        kind: CentreIncidentKind, *, lacking: int | None = None, item: str | None = None
    ) -> commands.ReportCentreIncident:
        return commands.ReportCentreIncident(office=OFFICE, kind=kind, lacking=lacking, item=item)

    assert told(report(SHORT, lacking=2), by=CLERK) == (incident(1, SHORT, lacking=2),)
    fault = report(FAULT, item="ws-1")
    assert told(fault, *STATIONS, by=CLERK) == (incident(1, FAULT, of="WS-1"),)
    for unclear in (report(SHORT), report(SHORT, lacking=1, item="WS-1"), report(OLD, lacking=1)):
        with pytest.raises(CentreIncidentUnclear):
            told(unclear, *STATIONS)
    with pytest.raises(CentreIncidentUnclear):
        told(report(OLD, lacking=1, item="WS-1"), *STATIONS)
    with pytest.raises(EquipmentNotHere) as missing:
        told(report(OLD, item="WS-9"), STATIONS[0])
    assert missing.value.choices == ["WS-1"]
    with pytest.raises(CentreIncidentKnown) as known:
        told(fault, *STATIONS, incident(3, FAULT, of="WS-1"))
    assert known.value.incident == 3


def test_a_remedy_fits_what_is_wrong_and_ends_it() -> None:
    def remedy(number: int, by: CentreRemedy) -> commands.RemedyCentreIncident:
        return commands.RemedyCentreIncident(office=OFFICE, incident=number, remedy=by)

    history = [*STATIONS, incident(1, SHORT, lacking=2), incident(2, FAULT, of="WS-1")]
    repaired = remedied(2, FAULT, CentreRemedy.REPAIRED, of="WS-1")
    assert told(remedy(2, CentreRemedy.REPAIRED), *history) == (repaired,)
    with pytest.raises(RemedyDoesNotFit) as refused:
        told(remedy(1, CentreRemedy.REPAIRED), *history)
    assert refused.value.choices == ["staff_added", "staff_back"]
    with pytest.raises(RemedyDoesNotFit):
        told(remedy(2, CentreRemedy.STAFF_ADDED), *history)
    with pytest.raises(CentreIncidentNotOpen) as over:
        told(remedy(2, CentreRemedy.REPAIRED), *history, repaired)
    assert over.value.choices == [1]


def test_a_centre_is_run_from_its_own_city() -> None:
    command = commands.ConfirmWorkRules(office=OFFICE, version=1)
    with pytest.raises(CentreOfOthers):
        told(command, RULES, by=Actor(Role.CLERK, "clerk", "410100"))
    with pytest.raises(NoCentre):
        told(command, RULES, stream=centre_of("410100.noc"))
    hall = commands.ConfirmWorkRules(office="410300", version=1)
    with pytest.raises(NoCentre):
        told(hall, RULES, stream=centre_of("410300"))
