"""The streams that each bulk reaction concerns, by the name of the reaction: one line each."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from domain.case.appointment.office import CANCELLED_DAYS, FREED_SEATS
from domain.case.deadlines.relief import CASE_RELIEFS, WAITS_AT
from domain.case.deadlines.windows import OPENINGS
from domain.case.examination.follow import EXAMS_CANCELLED, RANKINGS
from domain.case.overlays.casework import CASEWORK
from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from domain.exam_plans.exam_plan import SITES_CLOSED
from domain.learner_permits.learner_permit import LEARNER_PERMIT, PERMIT_RELIEFS
from domain.licences.licence import LICENCE, LICENCE_RELIEFS
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES
from domain.plans.events import PlanCancelled
from domain.prefectures.events import CaseworkTransferred, DecisionsTookEffect
from domain.reaction import Cause
from domain.reliefs.events import ReliefAnnounced, ReliefEnded
from domain.reliefs.reaction import ReliefReactions
from domain.seats.events import SeatFreed
from domain.services.slot import Slot
from domain.vehicles.vehicle import VEHICLE, VEHICLE_RELIEFS
from projections.appointments.queries import how_many_to_come_on, next_waiting, to_come_on
from projections.appointments.row import APPOINTMENTS
from projections.caseload.concerned import (
    how_many_in_hand_at,
    how_many_need_a_window,
    how_many_wait_at,
    in_hand_at,
    needing_a_window,
    waiting_at,
)
from projections.caseload.row import CASELOAD
from projections.examinations.bookings import EXAMINATIONS, booked, how_many_booked
from projections.examinations.plans import EXAM_PLANS, how_many_plans_to_come, plans_to_come
from projections.timers.reliefs import (
    cases_held_open,
    concerned_by_reliefs,
    how_many_cases_held_open,
    how_many_concerned_by_reliefs,
)
from projections.timers.row import TIMERS
from workers.reactions.targets import Targets


async def _of_windows(
    connection: Connection, cause: Cause[DecisionsTookEffect], after: UUID | None, limit: int
) -> Sequence[UUID]:
    return await needing_a_window(connection, cause.event.region, after, limit)


async def _count_of_windows(connection: Connection, cause: Cause[DecisionsTookEffect]) -> int:
    return await how_many_need_a_window(connection, cause.event.region)


async def _of_sites(
    connection: Connection, cause: Cause[DecisionsTookEffect], after: UUID | None, limit: int
) -> Sequence[UUID]:
    said = cause.event
    return await plans_to_come(connection, _sites(said.region), said.effective_on, after, limit)


async def _count_of_sites(connection: Connection, cause: Cause[DecisionsTookEffect]) -> int:
    said = cause.event
    return await how_many_plans_to_come(connection, _sites(said.region), said.effective_on)


def _sites(region: str) -> list[str]:
    """The examination sites of a prefecture."""
    in_region = (each for each in OFFICES.values() if each.region_code == region)
    return [each.id for each in in_region if each.kind is OfficeKind.EXAM_SITE]


def _of_reliefs(kind: str, reactions: ReliefReactions) -> Mapping[str, Targets]:
    async def page(
        connection: Connection, cause: Cause[Any], after: UUID | None, limit: int
    ) -> Sequence[UUID]:
        return await concerned_by_reliefs(connection, kind, after, limit)

    async def count(connection: Connection, cause: Cause[Any]) -> int:
        return await how_many_concerned_by_reliefs(connection, kind)

    return {each.name: Targets(TIMERS, page, count) for each in reactions}


async def _announced(
    connection: Connection, cause: Cause[ReliefAnnounced], after: UUID | None, limit: int
) -> Sequence[UUID]:
    return await waiting_at(connection, _stages(cause.event), after, limit)


async def _count_announced(connection: Connection, cause: Cause[ReliefAnnounced]) -> int:
    return await how_many_wait_at(connection, _stages(cause.event))


def _stages(relief: ReliefAnnounced) -> Collection[Stage]:
    """Where the clocks run that it names, and those of the relief whose place it takes."""
    clocks = WAITS_AT.keys() if relief.instead_of else WAITS_AT.keys() & set(relief.clocks)
    return {WAITS_AT[clock] for clock in clocks}


async def _ended(
    connection: Connection, cause: Cause[ReliefEnded], after: UUID | None, limit: int
) -> Sequence[UUID]:
    return await cases_held_open(connection, after, limit)


async def _count_ended(connection: Connection, cause: Cause[ReliefEnded]) -> int:
    return await how_many_cases_held_open(connection)


async def _of_an_office(
    connection: Connection, cause: Cause[CaseworkTransferred], after: UUID | None, limit: int
) -> Sequence[UUID]:
    return await in_hand_at(connection, cause.event.from_office, after, limit)


async def _count_of_an_office(connection: Connection, cause: Cause[CaseworkTransferred]) -> int:
    return await how_many_in_hand_at(connection, cause.event.from_office)


async def _booked(
    connection: Connection, cause: Cause[Any], after: UUID | None, limit: int
) -> Sequence[UUID]:
    """Those in the ranking of the examination whose plan has told the cause."""
    return await booked(connection, cause.stream, after, limit)


async def _how_many_booked(connection: Connection, cause: Cause[Any]) -> int:
    return await how_many_booked(connection, cause.stream)


async def _of_a_day(
    connection: Connection, cause: Cause[PlanCancelled], after: UUID | None, limit: int
) -> Sequence[UUID]:
    said = cause.event
    return await to_come_on(connection, said.kind, said.place, said.on, after, limit)


async def _count_of_a_day(connection: Connection, cause: Cause[PlanCancelled]) -> int:
    said = cause.event
    return await how_many_to_come_on(connection, said.kind, said.place, said.on)


async def _waiting(
    connection: Connection, cause: Cause[SeatFreed], after: UUID | None, limit: int
) -> Sequence[UUID]:
    freed = cause.event
    return await next_waiting(
        connection, Slot(freed.kind, freed.place, freed.on, freed.period), after
    )


async def _count_waiting(connection: Connection, cause: Cause[SeatFreed]) -> int:
    return len(await _waiting(connection, cause, None, 1))


CONCERNED: Final[Mapping[str, Targets]] = MappingProxyType(
    {
        OPENINGS.name: Targets(CASELOAD.name, _of_windows, _count_of_windows),
        **_of_reliefs(LICENCE.kind, LICENCE_RELIEFS),
        **_of_reliefs(VEHICLE.kind, VEHICLE_RELIEFS),
        **_of_reliefs(LEARNER_PERMIT.kind, PERMIT_RELIEFS),
        CASE_RELIEFS.announced.name: Targets(CASELOAD.name, _announced, _count_announced),
        CASE_RELIEFS.ended.name: Targets(TIMERS, _ended, _count_ended),
        RANKINGS.name: Targets(EXAMINATIONS.name, _booked, _how_many_booked),
        EXAMS_CANCELLED.name: Targets(EXAMINATIONS.name, _booked, _how_many_booked),
        SITES_CLOSED.name: Targets(EXAM_PLANS.name, _of_sites, _count_of_sites),
        CASEWORK.name: Targets(CASELOAD.name, _of_an_office, _count_of_an_office),
        CANCELLED_DAYS.name: Targets(APPOINTMENTS.name, _of_a_day, _count_of_a_day),
        FREED_SEATS.name: Targets(APPOINTMENTS.name, _waiting, _count_waiting),
    }
)
