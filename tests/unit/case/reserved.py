"""A case in which a number is chosen and held. Every value is an example."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from domain.aggregate import Decided
from domain.case.case import CASE
from domain.case.choosing import NumberWanted
from domain.case.reservation import commands, events
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.clocks.clock import Clock
from domain.identifiers.plate import PlateKind
from domain.message import Command, PassDeadline
from domain.people import Actor
from domain.register.vehicle import UseNature
from domain.services.choices import Capacity, Channel, UserKind
from domain.services.new_vehicle_preselect.facts import NewVehiclePreselectFacts
from domain.services.selection_method import SelectionMethod
from tests.unit.case import situations as s
from tests.unit.case.drawn import BATCH
from tests.unit.case.given import STREAM, circumstances, morning

A_NUMBER, ANOTHER, BARRED, CAR = (UUID(int=n) for n in range(80, 84))
DAY = date(2020, 3, 2)
NOW = morning(DAY)
UNTIL = NOW + timedelta(seconds=90)
SUBMITTED = replace(
    s.plate_submission(),
    stage=Stage.CHOOSING_NUMBER,
    applicant_proven=True,
    vehicle=CAR,
    facts=NewVehiclePreselectFacts(
        channel=Channel.ONLINE_APP,
        user_kind=UserKind.REAL_NAME,
        capacity=Capacity.OWNER,
        papers=(),
        plate_kind=PlateKind.SMALL_CAR,
        use_nature=UseNature.NON_OPERATING,
        method=SelectionMethod.RANDOM,
    ),
    fee_fen=0,
    postage_fen=0,
    pay_by=None,
)
WANTED = NumberWanted(
    session=BATCH.session,
    method=SelectionMethod.SELF_COMPOSED,
    prefix="豫A",
    plate_kind=PlateKind.SMALL_CAR,
    letters="",
    owner=b"owner",
    ban_stream=BARRED,
    number_stream=A_NUMBER,
    sealed={"number": "pii1.number"},
)
COMPOSED = events.PreselectSessionOpened(
    session=BATCH.session,
    method=SelectionMethod.SELF_COMPOSED,
    prefix="豫A",
    plate_kind=PlateKind.SMALL_CAR,
    letters="",
    batches=0,
    tries=20,
    open_until=NOW + timedelta(minutes=20),
    owner_index=b"owner",
    ban_stream=BARRED,
)
RESERVED = events.NumberReserved(
    number_stream=A_NUMBER,
    sealed={"number": "pii1.number"},
    reserved_on=DAY,
    hold_until=date(2020, 3, 23),
)
DRAWN = replace(COMPOSED, method=SelectionMethod.RANDOM, batches=5, tries=0)
OFFERED = events.NumbersOffered(
    batch=BATCH, number_streams=(A_NUMBER,), sealed={"offer_1": "pii1.o"}, offered_until=UNTIL
)
OFFER = commands.OfferNumbers(batch=BATCH, number_streams=(A_NUMBER,), sealed={"offer_1": "pii1.o"})
CHOOSE = commands.ChooseNumber(number_stream=A_NUMBER, sealed={"number": "pii1.number"})
HELD = (SUBMITTED, COMPOSED, RESERVED)
OVER = PassDeadline(clock=Clock.PRESELECT_HOLD)


def decided(
    command: Command,
    *history: CaseEvent,
    by: Actor = s.TIMEKEEPER,
    on: date | datetime = DAY,
    seen: Mapping[UUID, Any] | None = None,
) -> Decided[Case]:
    now = on if isinstance(on, datetime) else morning(on)
    at = circumstances(now, by)
    at = type(at)(at.now, at.by, STREAM, at.catalogue, at.calendar, {**at.seen, **(seen or {})})
    return CASE.decide(CASE.fold(history), command, at)
