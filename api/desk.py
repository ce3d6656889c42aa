"""What the routes work with, wired by the composition root."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import TupleRow
from psycopg_pool import AsyncConnectionPool

from api.accesses.recorder import AccessRecorder
from api.actions import Actions
from api.bank import Bank
from api.centre_waits import CentreWaits
from api.demo_issuer import DemoIssuer
from api.expected_dates import Forecasts
from api.identity import TokenVerifier
from api.live.parts import PartsKeeper
from api.live.source import LiveSource
from api.one_time_codes.counter import CodeCounter
from api.patience import Patience
from api.rates.guesses import Guesses
from api.readiness import Readiness
from api.usual_times import UsualTimes
from domain.calendar import local_day
from domain.carriers.carrier import CarrierName
from domain.carriers.port import CarrierPort
from domain.codec import Codec
from domain.door.door import Door
from domain.drafts.drafts import Drafts
from domain.draws.seeds import DaySeeds
from domain.event_store.pending import Replayed
from domain.inbox.inbox import Inbox
from domain.keyring import Keyring
from domain.payments.port import BankPort
from domain.recorded_event import RecordedEvent
from domain.register.port import RegisterPort
from domain.services.catalogue import Catalogue
from domain.submission.line import Reception
from domain.submission.sealing import Applications
from domain.uploads.custody import Custody, UploadTable
from domain.vault import BlindIndex
from projections.engine.waiting_room import WaitingRoom

Refold = Callable[[str, UUID], Awaitable[bool]]
"""Folds a parked stream again for a read model, and says whether that went well."""
ReadPool = AsyncConnectionPool[AsyncConnection[TupleRow]]


class DemoClock(Protocol):
    """The clock of a demonstration, which everybody who tries it out may set forward."""

    @property
    def now(self) -> datetime: ...
    @property
    def speed(self) -> float: ...
    async def set(self, at: datetime | None, speed: float | None) -> None: ...


class Log(Protocol):
    """What routes ask of the event store itself, beside commands."""

    async def carried_out(self, command_id: UUID) -> Replayed | None: ...
    async def position(self) -> int: ...
    async def load(self, stream: UUID) -> Sequence[RecordedEvent]: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """The door, keys, read connections and clock of one process.

    ``health`` are connections that no reader takes away from the operators' pages, and in
    ``waiting_room`` a reader waits for the read models without one. ``live`` tells open pages that
    these have moved, and ``live_parts`` keeps what such pages fetch then. ``readiness`` tells
    whether commands are taken, and ``guesses`` lets attempts in at what can be guessed. ``codes``
    exists where somebody sends messages to telephones, and ``bank`` where fees are paid online;
    ``bank_port`` is there where that is a bank elsewhere, and ``carriers`` are those elsewhere,
    which tell of an item for the first time within ``carrier_tells_within``.
    ``register`` is there where it is our own, and pages show people what it has of them.
    ``demo_clock`` exists where that is in a town, and ``clock`` shows what it does.
    ``uploads`` finds files, and ``custody`` takes them in and gives them out; ``drafts`` wait for
    whoever began them, and from ``seeds`` plate numbers are drawn. ``inbox`` keeps what a bank
    tells, signed under one of ``callback_secrets``, or a carrier under those that
    ``carrier_secrets`` has of it, until it has become a command.
    ``usual_times`` remembers for a minute how long services take, and ``forecasts`` when what has
    been applied for will be done.
    ``patience`` is how long the caller of a command waits at most. ``demo_issuer`` exists in
    a demonstration only, and lets everyone in. ``follow_keys`` takes in keys
    that were added since, and whoever looks for something by ``index`` does it first. ``names``
    name what is claimed or on record, for ever. ``codec``
    knows the aggregates, ``read_models`` are the names of those that are kept up to the log, and
    ``reactions`` those of what follows it. ``refold`` folds a stream again that one of them parked.
    """

    door: Door
    accesses: AccessRecorder
    applications: Applications
    reception: Reception
    uploads: UploadTable
    custody: Custody
    drafts: Drafts
    seeds: DaySeeds
    inbox: Inbox
    log: Log
    keyring: Keyring
    index: BlindIndex
    names: BlindIndex
    follow_keys: Callable[[], Awaitable[None]]
    reading: ReadPool
    health: ReadPool
    waiting_room: WaitingRoom
    live: LiveSource
    readiness: Readiness
    guesses: Guesses
    verifier: TokenVerifier
    demo_issuer: DemoIssuer | None
    patience: Patience
    clock: Callable[[], datetime]
    catalogue: Catalogue
    codec: Codec
    read_models: Sequence[str]
    reactions: Sequence[str]
    refold: Refold
    callback_secrets: Sequence[bytes] = ()
    carrier_secrets: Mapping[str, Sequence[bytes]] = field(default_factory=dict)
    codes: CodeCounter | None = None
    bank: Bank | None = None
    bank_port: BankPort | None = None
    carriers: Mapping[CarrierName, CarrierPort] = field(default_factory=dict)
    carrier_tells_within: timedelta = timedelta(hours=6)
    register: RegisterPort | None = None
    demo_clock: DemoClock | None = None
    usual_times: UsualTimes = field(default_factory=UsualTimes)
    centre_waits: CentreWaits = field(default_factory=CentreWaits)
    forecasts: Forecasts = field(default_factory=Forecasts)
    live_parts: PartsKeeper = field(default_factory=PartsKeeper)
    actions: Actions = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "actions", Actions(self.codec.aggregates))

    @property
    def today(self) -> date:
        """Today, as an office-local day."""
        return local_day(self.clock())
