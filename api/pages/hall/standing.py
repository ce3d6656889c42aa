"""A hall as it stands today, for the pages that show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from api.desk import Desk
from api.identity import Identity
from api.problems import Problem
from api.views.halls import precautions
from domain.door.refusals import NotFound
from domain.hall_measures.precautions import Precautions
from domain.halls.doors import Doors, doors
from domain.halls.hall import HALL
from domain.halls.keeping import keeps_hall
from domain.halls.rules import LIMITS, REFUSED_FROM, ROUNDS, AreaRounds
from domain.halls.state import Hall, HallStage, hall_of
from domain.offices.business import DONE_AT, WindowGroup
from domain.offices.office import OfficeRecord
from domain.offices.tree import OFFICES, within
from domain.people import system

_READER: Final = system("hall")


@dataclass(frozen=True, slots=True)
class StandingHall:
    """The hall of an office today, and what is kept in it.

    ``rounds`` and ``limit`` are those of the day, also before anything was recorded on it.
    """

    office: OfficeRecord
    stream: UUID
    hall: Hall
    doors: Doors
    kept: Precautions
    rounds: tuple[AreaRounds, ...]
    limit: int | None
    refused_from: int

    @property
    def groups(self) -> list[WindowGroup]:
        """The groups of business that are done here, in their order."""
        return [group for group in WindowGroup if group in DONE_AT[self.office.kind]]

    @property
    def waiting(self) -> Mapping[WindowGroup, int]:
        """How many wait for each group, of which some do."""
        every = [each.group for each in self.hall.waiting]
        return {group: every.count(group) for group in self.groups if group in every}

    @property
    def is_open(self) -> bool:
        return self.hall.stage is HallStage.OPEN

    @property
    def is_full(self) -> bool:
        return self.limit is not None and self.hall.inside >= self.limit


async def standing_hall(desk: Desk, office: str) -> StandingHall:
    """Raises 404 for an office that keeps no hall."""
    record, today = OFFICES.get(office), desk.today
    if record is None or not keeps_hall(record, today):
        raise Problem("not-found", 404)
    stream = hall_of(office, today)
    try:
        hall = (await desk.door.open(HALL, stream, _READER))[0].state
    except NotFound:
        hall = HALL.initial
    kept = await precautions(desk, record.region_code, today)
    begun = hall.stage is not HallStage.NEW
    rounds = hall.rounds if begun else ROUNDS.on(today)
    limit = hall.limit if begun else LIMITS.on(today)[record.kind]
    areas = tuple(each.area for each in rounds if each.disinfection)
    return StandingHall(
        office=record,
        stream=stream,
        hall=hall,
        doors=doors(hall, areas, kept),
        kept=kept,
        rounds=rounds,
        limit=limit if kept.limited_hall else None,
        refused_from=hall.refused_from if begun else REFUSED_FROM.on(today),
    )


def must_reach(identity: Identity, office: str) -> None:
    """Raises 404 for an officer whose office does not reach the hall."""
    if not reaches(identity, office):
        raise Problem("not-found", 404)


def reaches(identity: Identity, office: str) -> bool:
    """Whether the hall is that of the officer's office, or of one below it."""
    own = identity.actor.office
    return own is not None and office in OFFICES and within(office, own)
