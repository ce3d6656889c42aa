"""Violations and penalty decisions that the people of the town have, before they ask about them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from cheguan.town import officers
from cheguan.town.requests import town_request
from domain.aggregate import Aggregate
from domain.calendar import local_day
from domain.case.state import Case
from domain.door.door import Begun, Door
from domain.door.refusals import NotFound
from domain.door.request import own_request
from domain.identifiers.plate import PlateKind
from domain.keyring import Keyring
from domain.message import Command
from domain.penalties.commands import EnterPenalty
from domain.penalties.penalty import PENALTY
from domain.people import Actor, system
from domain.services.penal.facts import ViolationFacts
from domain.vault import BlindIndex
from domain.violations.capture import Capture, sealed
from domain.violations.commands import EnterViolation, PublishViolation
from domain.violations.violation import VIOLATION
from workers.told import Told

_NAME: Final = "town-cameras"
_FINES: Final = (50_00, 100_00, 150_00, 200_00)
_AGO: Final = (2, 40)
"""So many days ago somebody was fined on the road who pays today: some pay late."""


class TownFines:
    """Puts on record what an application is about, if it is not there yet."""

    def __init__(
        self, door: Door, keyring: Keyring, names: BlindIndex, clock: Callable[[], datetime]
    ) -> None:
        self._door = door
        self._keyring = keyring
        self._names = names
        self._clock = clock

    async def enter(self, case: UUID, current: Case, told: Told) -> None:
        if current.violation and not await self._known(VIOLATION, current.violation):
            await self._violation(current, told)
        if current.penalty and not await self._known(PENALTY, current.penalty):
            await self._penalty(case, current, told)

    async def _violation(self, current: Case, told: Told) -> None:
        """A camera has recorded it, and an officer has entered and published it."""
        facts = current.facts
        assert isinstance(facts, ViolationFacts)
        capture = Capture(
            violation_no=told["violation_no"],
            plate_kind=PlateKind(told["plate_kind"]),
            plate_no=told["plate_no"],
            occurred_at=datetime.fromisoformat(told["occurred_at"]),
            place=told["place"],
            office=current.office,
        )
        stream, record = sealed(capture, await self._keyring.new_key(), self._names)
        await self._begin(VIOLATION, stream, record)
        enter = EnterViolation(
            act_code=facts.act_code, fine_fen=facts.fine_fen, points=facts.points
        )
        clerk = officers.clerk(current.office, 0)
        await self._give(VIOLATION, stream, 1, enter, clerk)
        await self._give(VIOLATION, stream, 2, PublishViolation(), clerk)
        self._door.forget(stream)

    async def _penalty(self, case: UUID, current: Case, told: Told) -> None:
        """A patrol has fined him on the road, some time ago."""
        assert current.penalty is not None
        draw = Random(str(case))
        received_on = local_day(self._clock()) - timedelta(days=draw.randint(*_AGO))
        decided = EnterPenalty(
            decision_no=told["decision_no"],
            office=current.office,
            fine_fen=draw.choice(_FINES),
            received_on=received_on,
        )
        await self._begin(PENALTY, current.penalty, decided)
        self._door.forget(current.penalty)

    async def _known(self, of: Aggregate[Any], stream: UUID) -> bool:
        try:
            await self._door.open(of, stream, system(_NAME))
        except NotFound:
            return False
        return True

    async def _begin(self, of: Aggregate[Any], stream: UUID, command: Command) -> None:
        await self._door.begin(of, Begun(stream, command, own_request(_NAME, stream, 0, command)))

    async def _give(
        self, of: Aggregate[Any], stream: UUID, version: int, command: Command, by: Actor
    ) -> None:
        asked = town_request(stream, version, command, by)
        await self._door.handle(of, stream, command, asked)
