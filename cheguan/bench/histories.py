"""A log of many cases side by side, decided by the domain itself, in the order of time.

Everyone applies within two days, so the cases go through their stages together, as in
a large office: most events of a batch are of different cases.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final, NamedTuple
from uuid import NAMESPACE_OID, UUID, uuid5

from cheguan.bench.day import DAY
from cheguan.bench.memory import Remembered
from cheguan.bench.scripts import SHARES, BenchCommand, acts, at, form_of
from cheguan.compose import BUILD
from cheguan.registry import REGISTRY
from domain.calendar import Calendar
from domain.case.case import CASE
from domain.door.door import Begun, Door
from domain.door.request import Request
from domain.event_store.pending import Pending
from domain.keyring import Keyring
from domain.orders.commands import PayOrder
from domain.orders.order import ORDER
from domain.orders.state import order_of
from domain.parcels.commands import RecordItemScan
from domain.parcels.parcel import PARCEL
from domain.parcels.state import parcel_of
from domain.people import Actor, Role
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from domain.submission.sealing import Applications
from domain.vault import BlindIndex
from domain.wrapping import WrappedKey, Wrapping
from workers.reactions.at_once import follow

_BEGINS: Final = datetime(2020, 3, 2, 0, tzinfo=UTC)
_WITHIN_HOURS: Final = 48
_SEED: Final = 2020
_ZERO: Final = bytes(32)


class Histories(NamedTuple):
    """Commands in the order of the log, with the number of events and cases they make."""

    commands: Sequence[Pending]
    events: int
    cases: int


class _NoTable:
    """A table that keeps no keys. Those of examples need not outlive them."""

    async def save(self, keys: Sequence[WrappedKey]) -> None:
        return None

    async def load(self, key_id: UUID) -> WrappedKey | None:
        return None


class _Town:
    """An office whose clock stands at the instant of the command that is being given."""

    def __init__(self) -> None:
        self.store = Remembered()
        self._now = _BEGINS
        self._asked = 0
        self._made = Applications(
            Keyring(_NoTable(), Wrapping({1: _ZERO})),
            BlindIndex(_ZERO),
            BlindIndex(_ZERO),
            CATALOGUE,
        )
        self._casework = Door(
            self.store,
            clock=lambda: self._now,
            catalogue=CATALOGUE,
            calendar=Calendar(),
            build=BUILD,
            codec=REGISTRY.codec,
        )

    async def live(self, number: int, draw: Random) -> list[datetime]:
        """Gives the commands of one case from submission to its end, with their instants."""
        service = draw.choices(list(SHARES), list(SHARES.values()))[0]
        citizen = Actor(Role.APPLICANT, f"citizen-{number}")
        form = read_form(form_of(service, number), today=DAY)
        case, submission = await self._made.prepare(form)
        self._now = _BEGINS + timedelta(hours=draw.uniform(0, _WITHIN_HOURS))
        instants = [self._now]
        await self._casework.begin(CASE, Begun(case, submission, self._request(citizen)))
        opened, _ = await self._casework.open(CASE, case, citizen)
        for act in acts(service, number, opened.state.payable_fen, draw):
            self._now += timedelta(hours=act.hours)
            already = len(self.store.appended)
            await self._give(case, at(act.command, self._now), act.by)
            instants += [self._now] * (len(self.store.appended) - already)
        return instants

    async def _give(self, case: UUID, command: BenchCommand, by: Actor) -> None:
        """The command, and what follows from it elsewhere."""
        request = self._request(by)
        if isinstance(command, PayOrder):
            order = order_of(case)
            await self._casework.handle(ORDER, order, command, request)
            _, history = await self._casework.open(ORDER, order, by)
            await follow(self._casework, REGISTRY.codec, history[-1])
        elif isinstance(command, RecordItemScan):
            await self._casework.handle(PARCEL, parcel_of(case, 1), command, request)
        else:
            await self._casework.handle(CASE, case, command, request)

    def _request(self, by: Actor) -> Request:
        self._asked += 1
        command_id = uuid5(NAMESPACE_OID, f"cheguan-bench-{self._asked}")
        return Request(by=by, channel="api", command_id=command_id, sha256=_ZERO)


async def histories(events: int) -> Histories:
    """Makes whole cases that have at least so many events together."""
    town, draw = _Town(), Random(_SEED)
    instants: list[datetime] = []
    written = cases = 0
    while written < events:
        already = len(town.store.appended)
        instants += await town.live(cases, draw)
        written += sum(map(_events, town.store.appended[already:]))
        cases += 1
    ordered = sorted(zip(instants, town.store.appended, strict=True), key=lambda pair: pair[0])
    return Histories([pending for _, pending in ordered], written, cases)


def _events(pending: Pending) -> int:
    return sum(len(write.envelopes) for write in pending.writes)
