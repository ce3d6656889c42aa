"""What the town works with, and how it gives a command."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from cheguan.town.applications import filled_in
from cheguan.town.clock import TownClock
from cheguan.town.consequences import Consequences
from cheguan.town.life import Act, AskRegister, Life
from cheguan.town.openings import Decree
from cheguan.town.requests import town_request
from cheguan.town.telephones import Telephones
from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.door.door import Begun, Door
from domain.door.refusals import NotFound
from domain.keyring import Keyring
from domain.message import Command
from domain.one_time_codes.maker import CodeMaker
from domain.orders.commands import PayOrder
from domain.orders.order import ORDER
from domain.orders.state import OrderStage, order_of
from domain.people import Actor, Role, system
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of
from domain.services.reader import read_form
from domain.submission.sealing import Applications
from domain.vault import seal
from workers.checker import extract
from workers.consultation import Consultation

_WATCHER = system("town")


@dataclass(frozen=True, slots=True)
class Town:
    """What any process works with, and a clock of its own."""

    door: Door
    applications: Applications
    codes: CodeMaker
    register: Consultation
    keyring: Keyring
    clock: TownClock
    url: str
    seed: int
    consequences: Consequences | None = None
    """Those of its acts, if it carries them out itself. Otherwise a reactor does."""

    async def apply(self, life: Life, at: datetime) -> None:
        """Fills the form in, reads it as the API does, and submits it."""
        self.clock.act_at(at)
        form = read_form(filled_in(life.plan, at), today=local_day(self.clock()))
        by = Actor(Role.APPLICANT, life.owner)
        await Telephones(self.door, self.codes).prove(form.codes(), by, form.channel)
        case, command = await self.applications.prepare(form)
        asked = town_request(case, 0, command, by, form.channel)
        async with self._followed():
            await self.door.begin(CASE, Begun(case, command, asked))
        life.case = case

    async def decree(self, decree: Decree) -> None:
        """Let a prefecture decide about its windows, at the instant of the decision."""
        self.clock.act_at(decree.at)
        stream = stream_of(decree.region)
        known = self.door.recent(stream) or await self._begun(stream, decree.by)
        asked = town_request(stream, known.version if known else 0, decree.command, decree.by)
        async with self._followed():
            await self.door.handle(PREFECTURE, stream, decree.command, asked)

    async def act(self, life: Life, act: Act, version: int) -> None:
        """Gives the command as its actor, at its instant."""
        assert life.case is not None
        self.clock.act_at(act.at)
        command = act.command
        if isinstance(command, PayOrder):
            await self._pay(life.case, command, act.by)
            return
        if isinstance(command, AskRegister):
            command = extract(await self.register(life.case, (await self.case(life.case)).state))
        if getattr(command, "note", None) or getattr(command, "sealed", None):
            command = await self._sealed(life.case, command)
        facts = (await self.case(life.case)).state.facts
        applied = facts.channel if facts else None
        asked = town_request(life.case, version, command, act.by, applied)
        async with self._followed():
            await self.door.handle(CASE, life.case, command, asked)

    async def _pay(self, case: UUID, command: PayOrder, by: Actor) -> None:
        """Pays what is owed, once. What follows in the case may be the work of a reactor."""
        order = order_of(case)
        opened, _ = await self.door.open(ORDER, order, by)
        if opened.state.stage is OrderStage.OPEN:
            asked = town_request(order, opened.version, command, by)
            async with self._followed():
                await self.door.handle(ORDER, order, command, asked)
        self.door.forget(order)
        if self.consequences is None:
            self.door.forget(case)

    @asynccontextmanager
    async def _followed(self) -> AsyncIterator[None]:
        """At its end everything has followed that the town carries out itself."""
        if self.consequences is None:
            yield
            return
        with self.consequences.heard() as causes:
            yield
            await self.consequences.follow(self.door, causes)

    async def case(self, case: UUID) -> Opened[Case]:
        """The case as this process left it, or as it is loaded."""
        known = self.door.recent(case)
        return known or (await self.door.open(CASE, case, _WATCHER))[0]

    async def _begun(self, prefecture: UUID, by: Actor) -> Opened[Prefecture] | None:
        """The prefecture, or None before anybody has decided about it."""
        try:
            return (await self.door.open(PREFECTURE, prefecture, by))[0]
        except NotFound:
            return None

    async def _sealed(self, case: UUID, command: Command) -> Command:
        state: Case = (await self.case(case)).state
        assert state.key_id is not None
        key = await self.keyring.key(state.key_id)
        changed: dict[str, Any] = {}
        if note := getattr(command, "note", None):
            changed["note"] = seal(key, case, "note", note.encode())
        if parts := getattr(command, "sealed", None):
            changed["sealed"] = {
                part: seal(key, case, part, clear.encode()) for part, clear in parts.items()
            }
        return msgspec.structs.replace(command, **changed)
