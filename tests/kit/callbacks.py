"""A bank that calls back, and whoever would like to be one."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import httpx

from api.routers.callbacks import PATH
from cheguan.bank_notices import reader
from cheguan.bank_secrets import WEBHOOK_SECRETS
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.case_id import new_case_id
from domain.door.door import Begun
from domain.event_store.transaction import Connection
from domain.inbox.webhook_signature import ID, SIGNATURE, TIMESTAMP, secret_of, sign
from domain.orders.order import ORDER
from domain.orders.state import Order, order_of
from domain.payments.notices import Paid, PaymentCompleted, encoded
from domain.payments.port import CALLBACK
from domain.people import system
from tests.kit.life import MORNING, submission
from tests.kit.offices import CITIZEN, asked
from tests.kit.served import Service
from workers import inbox

DAY = date(2020, 2, 24)


def secret(folder: Path) -> bytes:
    return secret_of((folder / WEBHOOK_SECRETS).read_text("ascii").split()[0])


def paid(case: UUID, amount_fen: int, reference: str) -> bytes:
    """The body in which the bank tells that a case was paid."""
    data = Paid(
        order=order_of(case), bank_reference=reference, amount_fen=amount_fen, booked_on=DAY
    )
    return encoded(PaymentCompleted(timestamp=datetime(2020, 2, 24, 2, tzinfo=UTC), data=data))


def headers(secret: bytes, id: str, body: bytes, at: datetime | None = None) -> dict[str, str]:
    signed = sign(secret, id, at or datetime.now(UTC), body)
    names = (ID, TIMESTAMP, SIGNATURE)
    return {
        "content-type": "application/json",
        **{name: value or "" for name, value in zip(names, signed, strict=True)},
    }


async def sent(service: Service, body: bytes, fields: Mapping[str, str]) -> httpx.Response:
    return await service.http.post(PATH, content=body, headers=fields)


async def called(service: Service, id: str, body: bytes) -> httpx.Response:
    """The bank itself tells something."""
    return await sent(service, body, headers(secret(service.secrets), id, body))


async def owed(service: Service) -> tuple[UUID, int]:
    """A case that waits for its payment, and how much that is."""
    case = UUID((await service.submitted())["id"])
    return case, (await order(service, case)).amount_fen


async def another_owes(service: Service, number: int) -> tuple[UUID, int]:
    """The same of one of many people, who has his own vehicle."""
    command = submission("plate_reissue", number, MORNING.date())
    begun = Begun(new_case_id(), command, asked(command, CITIZEN))
    case = (await service.desk.door.begin(CASE, begun)).stream
    return case, (await order(service, case)).amount_fen


async def order(service: Service, case: UUID) -> Order:
    opened, _ = await service.desk.door.open(ORDER, order_of(case), system("bank"))
    return opened.state


async def settled(service: Service) -> int:
    """Makes commands of what waits. How many messages that were."""
    desk, count = service.desk, 0
    while done := await inbox.step(desk.inbox, desk.door, {CALLBACK: reader(desk.clock)}):
        count += done
    return count


async def rows(connection: Connection) -> Sequence[tuple[str, bool, bool, str | None]]:
    """Id, whether there is a body, whether there is a key, and the problem, of each message."""
    cursor = await connection.execute(
        "SELECT message_id, sealed IS NOT NULL, key_id IS NOT NULL, problem FROM inbox "
        "ORDER BY message_id"
    )
    return [(id, body, key, problem) for id, body, key, problem in await cursor.fetchall()]


async def stage_and_paid(service: Service, case: UUID) -> tuple[Stage, int]:
    """Where the case stands, and what it counts as paid."""
    opened, _ = await service.desk.door.open(CASE, case, system("bank"))
    return opened.state.stage, opened.state.paid_fen


async def keys_of_messages(connection: Connection) -> int:
    """How many data keys of messages there still are."""
    cursor = await connection.execute(
        "SELECT count(*) FROM vault.data_key JOIN inbox USING (key_id)"
    )
    return int((await cursor.fetchall())[0][0])
