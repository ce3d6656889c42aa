"""How the routes of violations and of penalty decisions are asked, each about a fresh one."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import count
from typing import Any, Final
from uuid import UUID, uuid4

from msgspec.structs import replace

from api.desk import Desk
from api.resource import API
from domain.aggregate import Aggregate
from domain.calendar import start_of_day
from domain.case.penalty.commands import AcceptFacts, MakeStatement, ServeDecision
from domain.door.request import own_request
from domain.event_store.pending import Pending, StreamWrite
from domain.event_store.store import PostgresEventStore
from domain.identifiers.plate import PlateKind
from domain.message import Command, Event
from domain.penalties.commands import EnterPenalty, RecordFinePayment
from domain.penalties.events import PenaltyRevoked
from domain.penalties.penalty import PENALTY
from domain.penalties.state import penalty_named
from domain.people import Actor, Role
from domain.recorded_event import Envelope
from domain.violations.commands import EnterViolation, RecordViolation
from domain.violations.state import violation_stream
from domain.violations.violation import VIOLATION
from tests.kit.offices import asked
from tests.matrix.ask import FORM, Ask

_VIOLATIONS: Final = f"{API}/violations/{{violation}}"
_PENALTIES: Final = f"{API}/penalties/{{penalty}}"
_ENTER: Final = EnterViolation(act_code="1344", fine_fen=10000, points=3)
_CLERK: Final = Actor(Role.CLERK, "camera-clerk", "410100")
FINES: Final[Mapping[str, Ask]] = {
    f"POST {API}/applications/{{case}}/facts-acceptance": Ask(at=AcceptFacts),
    f"POST {API}/applications/{{case}}/statement": Ask('{"note": "请复核。"}', at=MakeStatement),
    "POST /mine/{case}/fine": Ask("from=mine", at=ServeDecision, media_type=FORM),
    "GET /mine/violations": Ask(),
    "POST /mine/violations": Ask("plate_kind=02", media_type=FORM),
    "POST /mine/violations/handle": Ask("plate_kind=02", media_type=FORM),
    f"GET {_VIOLATIONS}": Ask(),
    f"GET {_VIOLATIONS}/history": Ask(),
    f"POST {_VIOLATIONS}/enter-violation": Ask(
        '{"act_code": "1344", "fine_fen": 10000, "points": 3}'
    ),
    f"POST {_VIOLATIONS}/discard-violation": Ask('{"reason": "unclear"}'),
    f"POST {_VIOLATIONS}/publish-violation": Ask(),
    f"GET {_PENALTIES}": Ask(),
    f"GET {_PENALTIES}/history": Ask(),
    f"POST {_PENALTIES}/record-fine-payment": Ask(
        '{"paid_on": "{today}", "receipt_no": "ICBC-20200302-1"}'
    ),
    f"POST {_PENALTIES}/record-fine-refund": Ask(
        '{"refunded_on": "{today}", "bank_reference": "R20200302-000001"}'
    ),
}


class FreshFines:
    """Puts a violation and a penalty decision on record for each request about one."""

    def __init__(self, desk: Desk, today: date) -> None:
        self._desk = desk
        self._today = today
        self._numbers: Iterator[int] = count(1)

    async def values(self, route: str) -> Mapping[str, str]:
        """What the address and the body of the route name. Other routes name nothing of it."""
        number = next(self._numbers)
        if "{violation}" in route:
            entered = route.endswith("publish-violation")
            return {"violation": str(await self._violation(number, entered=entered))}
        if "{penalty}" in route:
            penalty = await self._penalty(number)
            if route.endswith("record-fine-refund"):
                await self._revoked(penalty)
            return {"penalty": penalty, "today": self._today.isoformat()}
        return {}

    async def _violation(self, number: int, *, entered: bool) -> UUID:
        stream = violation_stream(number.to_bytes(16))
        recorded = RecordViolation(
            office="410100",
            occurred_at=start_of_day(self._today),
            plate_kind=PlateKind.SMALL_CAR,
            plate_index=b"of-the-name-key.",
            key_id=UUID(int=1),
            sealed={},
        )
        await self._begin(VIOLATION, stream, recorded)
        if entered:
            await self._desk.door.handle(VIOLATION, stream, _ENTER, asked(_ENTER, _CLERK))
        return stream

    async def _penalty(self, number: int) -> str:
        decision_no = f"410105{number:010d}"
        received_on = self._today - timedelta(days=30)
        decided = EnterPenalty(
            decision_no=decision_no, office="410100", fine_fen=20_000, received_on=received_on
        )
        await self._begin(PENALTY, penalty_named(decision_no), decided)
        return decision_no

    async def _revoked(self, decision_no: str) -> None:
        """It is paid at a bank, and its decision falls."""
        stream = penalty_named(decision_no)
        paid = RecordFinePayment(paid_on=self._today, receipt_no="ICBC-20200302-1")
        await self._desk.door.handle(PENALTY, stream, paid, asked(paid, _CLERK))
        opened, history = await self._desk.door.open(PENALTY, stream, _CLERK)
        revoked = PenaltyRevoked(
            decision_no=decision_no, revoked_on=self._today, refund_fen=opened.state.paid_fen
        )
        told: Envelope[Event] = replace(history[-1].envelope, event=revoked)
        write = StreamWrite(stream, opened.version, (told,))
        assert isinstance(self._desk.log, PostgresEventStore)
        await self._desk.log.append(Pending(uuid4(), b"\0" * 32, b"{}", (write,)))

    async def _begin(self, of: Aggregate[Any], stream: UUID, command: Command) -> None:
        request = own_request("import", stream, 0, command)
        await self._desk.door.handle(of, stream, command, request)
