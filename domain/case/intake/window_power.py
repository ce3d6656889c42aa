"""Which windows have the power to take a case in, and which of them are open."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from domain.aggregate import Ref
from domain.case.intake.commands import TakeInAtWindow
from domain.case.intake.window_opening import closed_for
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.offices.office import OfficeKind, OfficeRecord
from domain.offices.tree import OFFICES, REGIONS, prefecture_of
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of
from domain.register.learner_permit import ExamSubject
from domain.register.vehicle import VehicleType
from domain.services.facts import AtCounter
from domain.services.window.checks.registration import NOT_OF_COUNTIES
from domain.services.window.facts import WindowFacts
from domain.services.window.matter import Power
from domain.services.window.pass_marks import LARGE
from domain.services.window.table import ROWS
from domain.services.window.window_service import WindowService

_KINDS: Final = (
    OfficeKind.VEHICLE_OFFICE,
    OfficeKind.BRANCH,
    OfficeKind.SERVICE_STATION,
    OfficeKind.COUNTY_OFFICE,
)
WINDOW_KINDS: Final = frozenset(_KINDS)
"""The kinds of office whose officers take cases in. Who looks for one is sent in this order."""
_NAMED: Final = 5
_BY_ROAD_OR_FIELD: Final = frozenset({ExamSubject.TWO, ExamSubject.THREE_ROAD})


def prefectures_read(current: Case, command: TakeInAtWindow) -> Iterable[Ref[Prefecture]]:
    """The prefectures whose windows may do it, and those of the counter and of the place."""
    facts = command.application.facts
    regions = {prefecture_of(command.counter)} if command.counter in OFFICES else set()
    if isinstance(facts, WindowFacts):
        row = ROWS.get(facts.service)
        if row and row.power is Power.PROVINCE:
            regions.update(REGIONS)
        if isinstance(facts.delivery, AtCounter):
            regions.add(prefecture_of(facts.delivery.office))
        if facts.done_at:
            regions.add(prefecture_of(facts.done_at))
    regions.update({command.application.office} & REGIONS.keys())
    return [Ref(PREFECTURE, stream_of(code)) for code in sorted(regions & REGIONS.keys())]


def has_power(office: str, home: str, row: WindowService) -> bool:
    """Vehicle business stays with the prefecture of registration (124 art. 44)."""
    return row.power is Power.PROVINCE or not home or prefecture_of(office) == home


def county_allows(office: OfficeRecord, facts: WindowFacts) -> bool:
    """What the offices of counties may do of registrations and examinations (124 art. 2).

    Of which type a registered vehicle is, the register says when the case is reviewed.
    """
    if office.kind is not OfficeKind.COUNTY_OFFICE:
        return True
    new, known, sat = facts.new_vehicle, facts.vehicle, facts.exam
    if new and new.plate_kind and new.type is VehicleType.LARGE_PASSENGER:
        return False
    for vehicle in (new if new and new.plate_kind else None, known):
        if vehicle and (vehicle.imported or vehicle.use in NOT_OF_COUNTIES):
            return False
    return not (sat and sat.subject in _BY_ROAD_OR_FIELD and sat.exam_class in LARGE)


def open_windows(
    near: str, home: str, row: WindowService, facts: WindowFacts, at: Circumstances
) -> list[str]:
    """The windows that may do it and are open today, the nearest to ``near`` first.

    The row of the command must read :func:`prefectures_read`.
    """
    found = sorted(
        _candidates(home or prefecture_of(near), row, facts),
        key=lambda office: _distance(near, office),
    )
    opened = (each.id for each in found if closed_for(each.id, row, at.today, at) is None)
    return [office for office, _ in zip(opened, range(_NAMED), strict=False)]


def _candidates(home: str, row: WindowService, facts: WindowFacts) -> Iterator[OfficeRecord]:
    for office in OFFICES.values():
        if (
            office.kind in WINDOW_KINDS
            and has_power(office.id, home, row)
            and county_allows(office, facts)
        ):
            yield office


def _distance(near: str, office: OfficeRecord) -> tuple[int, int, str]:
    """By the tiles between the prefectures, then by the kind."""
    here, there = REGIONS[prefecture_of(near)], REGIONS[office.region_code]
    tiles = abs(here.row - there.row) + abs(here.column - there.column)
    return tiles, _KINDS.index(office.kind), office.id


def day_of(facts: WindowFacts, today: date) -> date:
    """The day on which the window, the site or the station must be open."""
    return facts.done_on or today
