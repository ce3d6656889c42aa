"""What the town works with, and how it gives a command."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from uuid import UUID

import msgspec

from cheguan.town.applications import filled_in
from cheguan.town.brought import NOTHING, Brought
from cheguan.town.clock import TownClock
from cheguan.town.consequences import Consequences
from cheguan.town.day_plans import Publication
from cheguan.town.draw_days import DrawAct
from cheguan.town.holders import ENTERED_AT, Holder
from cheguan.town.life import Act, AskRegister, ComeToRegister, Life
from cheguan.town.openings import Decree
from cheguan.town.outdated import outdated
from cheguan.town.payer import TownPayer, booked
from cheguan.town.reliefs import Announcement
from cheguan.town.requests import town_request, version_of
from cheguan.town.reserved import at_the_window, chosen
from cheguan.town.scans import scanned
from cheguan.town.sealed import sealed
from cheguan.town.telephones import Telephones
from cheguan.town.tills import Tills
from cheguan.town.window_intake import entered
from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.delivery.commands import RecordPickup
from domain.case.penalty.commands import DecidePenalty, ShowFacts
from domain.case.review.commands import ApproveCase, RefuseCase
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.door.door import Begun, Door
from domain.door.refusals import NotFound
from domain.door.request import own_request
from domain.keyring import Keyring
from domain.numbers.refusals import PlateNumberKept, PlateNumberOnOffer, PlateNumberTaken
from domain.one_time_codes.maker import CodeMaker
from domain.orders.commands import PayOrder
from domain.orders.order import ORDER
from domain.orders.state import OrderStage, order_of
from domain.people import Actor, Role, system
from domain.plans.plan import PLAN
from domain.plans.state import plan_of
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.reliefs.effect import OF_THE_PROVINCE
from domain.services.choices import UserKind
from domain.services.reader import read_form
from domain.services.vouched import Vouched
from domain.services.ways import ways_of
from domain.submission.drawn_numbers import DrawnNumbers
from domain.submission.sealing import Applications
from domain.vault import DataKey
from workers.checker import NAME as CHECKER
from workers.checker import extract
from workers.consultation import Consultation
from workers.draws.custody import SeedCustody

_WATCHER = system("town")
_RESTS_ON_THE_REGISTER = (ApproveCase, RefuseCase, ShowFacts, DecidePenalty)
_ANOTHER_HAS_IT = (PlateNumberTaken, PlateNumberOnOffer, PlateNumberKept)
_TRIES = 20
_SIGNED_IN = Vouched(ways_of(Role.APPLICANT), frozenset(UserKind))


@dataclass(frozen=True, slots=True)
class Town:
    """What any process works with, and a clock of its own."""

    door: Door
    applications: Applications
    codes: CodeMaker
    register: Consultation
    keyring: Keyring
    numbers: DrawnNumbers
    custody: SeedCustody
    clock: TownClock
    url: str
    seed: int
    tills: Tills
    consequences: Consequences | None = None
    """Those of its acts, if it carries them out itself. Otherwise a reactor does."""
    payer: TownPayer | None = None
    """Who pays at the bank, if there is one. Otherwise what is paid comes in at once."""

    async def apply(self, life: Life, at: datetime) -> None:
        """Fills the form in, reads it as the API does, and submits it.

        People of the town have signed in as themselves. Whoever names a plate number that somebody
        has already names another one.
        """
        self.clock.act_at(at)
        for attempt in count():
            try:
                await (self._take_in if life.plan.counter else self._submit)(life, at, attempt)
            except _ANOTHER_HAS_IT:
                if attempt == _TRIES:
                    raise
            else:
                return

    async def _submit(self, life: Life, at: datetime, attempt: int) -> None:
        today = local_day(self.clock())
        form = read_form(filled_in(life.plan, at, attempt), today=today, vouched=_SIGNED_IN)
        by = Actor(Role.APPLICANT, life.owner)
        await Telephones(self.door, self.codes).prove(form.codes(), by, form.channel)
        key = await self._new_key()
        case, command = self.applications.sealed([(form, key)])[0]
        asked = msgspec.structs.replace(
            town_request(case, 0, command, by, form.channel),
            id_indexes=frozenset({command.id_no_index}),
        )
        async with self.followed():
            await self.door.begin(CASE, Begun(case, command, asked))
        life.case = case

    async def _take_in(
        self, life: Life, at: datetime, attempt: int = 0, brought: Brought = NOTHING
    ) -> None:
        """Lets an officer enter at his window what the applicant has brought."""
        key = await self._new_key()
        case, command, asked = entered(life.plan, at, self.applications, key, attempt, brought)
        async with self.followed():
            await self.door.begin(CASE, Begun(case, command, asked))
        life.case = case

    async def _register(self, life: Life, case: UUID, at: datetime) -> None:
        """Lets him come to a window with the number that he has reserved in the case."""
        current = (await self.case(case)).state
        plan, brought = await at_the_window(self.keyring, case, current, life.plan)
        there = Life(plan, life.owner)
        await self._take_in(there, at, brought=brought)
        self.door.forget(case)
        life.plan, life.case = there.plan, there.case

    async def _new_key(self) -> DataKey:
        key = await self.keyring.new_key()
        self.keyring.remember(key)
        return key

    async def decree(self, decree: Decree) -> None:
        """Let a prefecture decide about its windows, at the instant of the decision."""
        self.clock.act_at(decree.at)
        stream = stream_of(decree.region)
        version = await version_of(self.door, PREFECTURE, stream, decree.by)
        asked = town_request(stream, version, decree.command, decree.by)
        async with self.followed():
            await self.door.handle(PREFECTURE, stream, decree.command, asked)

    async def publish(self, plan: Publication) -> None:
        """Lets a place announce a day, at the instant of the announcement."""
        self.clock.act_at(plan.at)
        asked = plan.command
        stream = plan_of(asked.kind, asked.place, asked.on)
        await self.door.handle(PLAN, stream, asked, town_request(stream, 0, asked, plan.by))

    async def announce(self, announcement: Announcement) -> None:
        """Let the headquarters announce a relief."""
        self.clock.act_at(announcement.at)
        of, stream, _ = OF_THE_PROVINCE
        version = await version_of(self.door, of, stream, announcement.by)
        asked = town_request(stream, version, announcement.command, announcement.by)
        await self.door.handle(of, stream, announcement.command, asked)

    async def keep_draws(self, act: DrawAct) -> None:
        """Commits to the draws of a day, or reveals from what they followed."""
        self.clock.act_at(act.at)
        await (self.custody.reveal if act.reveals else self.custody.commit)(*act.of)

    async def enter(self, holder: Holder) -> None:
        """Puts somebody on record who applies for nothing."""
        self.clock.act_at(ENTERED_AT)
        of, stream, command = holder
        await self.door.begin(of, Begun(stream, command, own_request("import", stream, 0, command)))
        self.door.forget(stream)

    async def decided(self, region: str) -> int:
        """How many decisions the prefecture has taken, by whomever."""
        self.door.forget(stream_of(region))
        try:
            begun, _ = await self.door.open(PREFECTURE, stream_of(region), _WATCHER)
        except NotFound:
            return 0
        sources = [*(each.source for each in begun.state.classes), *begun.state.about_windows()]
        return len({each.version for each in sources})

    async def act(self, life: Life, act: Act, version: int) -> None:
        """Gives the command as its actor, at its instant."""
        assert life.case is not None
        self.clock.act_at(act.at)
        command, by = act.command, act.by
        if isinstance(command, PayOrder):
            await self._pay(life.case, command, by)
            return
        if isinstance(command, ComeToRegister):
            await self._register(life, life.case, act.at)
            return
        current = (await self.case(life.case)).state
        if await scanned(self.door, life.case, current, command, by):
            return
        command = await chosen(self.numbers, self.keyring, life.case, current, command)
        if isinstance(command, _RESTS_ON_THE_REGISTER) and await outdated(self.door, current):
            command, by = AskRegister(), system(CHECKER)
        if isinstance(command, AskRegister):
            command = extract(await self.register(life.case, current))
        command = await sealed(self.keyring, life.case, current, command)
        applied = current.facts.channel if current.facts else None
        asked = town_request(life.case, version, command, by, applied)
        async with self.followed():
            await self.door.handle(CASE, life.case, command, asked)
        if isinstance(command, RecordPickup) and command.collected_fen:
            self.tills.took(by, local_day(self.clock()))

    async def _pay(self, case: UUID, command: PayOrder, by: Actor) -> None:
        """Pays what is owed, once. What follows in the case may be the work of a reactor."""
        order, now = order_of(case), self.clock()
        opened = await self.door.recalled(ORDER, order, by)
        if opened.state.stage is OrderStage.OPEN and self.payer:
            await self.payer.pay(order, opened.state, now)
        elif opened.state.stage is OrderStage.OPEN:
            command = booked(command, order, opened.version, local_day(now))
            async with self.followed():
                asked = town_request(order, opened.version, command, by)
                await self.door.handle(ORDER, order, command, asked)
        self.door.forget(order)
        if self.consequences is None:
            self.door.forget(case)

    @asynccontextmanager
    async def followed(self) -> AsyncIterator[None]:
        """At its end everything has followed that the town carries out itself."""
        if self.consequences is None:
            yield
            return
        with self.consequences.heard() as causes:
            yield
            await self.consequences.follow(self.door, causes)

    async def case(self, case: UUID) -> Opened[Case]:
        """The case as this process left it, or as it is loaded."""
        return await self.door.recalled(CASE, case, _WATCHER)
