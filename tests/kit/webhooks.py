"""A subscription of a partner, his case, and a worker that tells him."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.stage import Stage
from domain.event_store.connection import connect
from domain.message import Command
from domain.people import Actor, Role, system
from domain.services.choices import Channel
from domain.vault import seal
from domain.webhook_messages.state import WebhookMessage
from domain.webhook_messages.webhook_message import WEBHOOK_MESSAGE
from domain.webhooks.commands import RegisterWebhook, ReplaceWebhookSecret
from domain.webhooks.state import Webhook, secret_part, webhook_of
from domain.webhooks.webhook import WEBHOOK
from tests.kit.offices import asked
from tests.kit.served import Service
from workers.log_follower import Followed
from workers.timekeeper import pass_deadlines
from workers.webhooks.post import Post
from workers.webhooks.public_network import PublicNetwork
from workers.webhooks.teller import WebhookTeller

PARTNER: Final = "insurer-1"
STREAM: Final = webhook_of(PARTNER)
HQ: Final = Actor(Role.HQ, "hq-1")
CLERK: Final = Actor(Role.CLERK, "clerk-1", "410100")
FIRST: Final = b"first secret of a partner, it is."
SECOND: Final = b"second secret of a partner, it is"
FREE: Final = "exempt_inspection_mark"
STAGES: Final = (Stage.SUBMITTED, Stage.ACCEPTED, Stage.IN_REVIEW)


async def registered(service: Service, address: str, stages: Sequence[Stage] = STAGES) -> None:
    desk = service.desk
    key = await desk.keyring.new_key()
    part = secret_part(1)
    await done(
        service,
        RegisterWebhook(
            partner=PARTNER,
            address=address,
            stages=tuple(stages),
            secret=1,
            key_id=key.id,
            sealed={part: seal(key, STREAM, part, FIRST)},
        ),
    )


async def replaced(service: Service) -> None:
    current = await subscription(service)
    assert current.key_id is not None
    key, part = await service.desk.keyring.key(current.key_id), secret_part(2)
    sealed = {part: seal(key, STREAM, part, SECOND)}
    await done(service, ReplaceWebhookSecret(secret=2, key_id=key.id, sealed=sealed))


async def done(service: Service, command: Command) -> None:
    await service.desk.door.handle(WEBHOOK, STREAM, command, asked(command, HQ))


async def subscription(service: Service) -> Webhook:
    opened, _ = await service.desk.door.open(WEBHOOK, STREAM, system("test"))
    return opened.state


async def case_of(service: Service, role: Role = Role.PARTNER, who: str = PARTNER) -> UUID:
    """A case that was submitted and is not accepted yet."""
    by = Channel.SELF_SERVICE if role is Role.PARTNER else Channel.ONLINE_APP
    body = await service.example(FREE) | {"channel": by.value}
    id_no = body["applicant"]["id_no"] if role is Role.APPLICANT else None
    bearer = service.bearer(role, who, channel=by, id_no=id_no)
    answer = await service.submit(body, str(uuid4()), bearer=bearer)
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["id"])


async def accept(service: Service, case: UUID) -> None:
    command = AcceptCase()
    await service.desk.door.handle(CASE, case, command, asked(command, CLERK))


@asynccontextmanager
async def teller(
    service: Service, *, loopback: bool = True, seconds: float = 0.4
) -> AsyncIterator[WebhookTeller]:
    desk = service.desk
    post = Post(PublicNetwork(loopback=loopback), loopback=loopback, seconds=seconds)
    followed = Followed(service.url, desk.codec, desk.clock)
    made = WebhookTeller(followed, desk.door, desk.keyring, post)
    try:
        yield made
    finally:
        await made.close()
        await post.close()


async def told(service: Service, *, loopback: bool = True) -> None:
    """All that waits is sent, also what is kept until then and released on the way."""
    async with teller(service, loopback=loopback) as made:
        for _ in range(2):
            await made.catch_up()


async def waited(service: Service, now: datetime) -> int:
    """Lets the waits pass that are over by then."""
    await service.fold()
    connection = await connect(service.url)
    try:
        return await pass_deadlines(connection, service.desk.codec, service.desk.door, now)
    finally:
        await connection.close()


async def messages(service: Service) -> list[WebhookMessage]:
    """All messages, in the order in which they were written."""
    connection = await connect(service.url)
    try:
        cursor = await connection.execute(
            "SELECT originator_id FROM stored_events WHERE topic = 'WebhookMessageWritten' "
            "ORDER BY notification_id"
        )
        streams = [stream for (stream,) in await cursor.fetchall()]
    finally:
        await connection.close()
    door = service.desk.door
    return [(await door.open(WEBHOOK_MESSAGE, each, system("test")))[0].state for each in streams]


async def happened(service: Service, topic: str) -> int:
    """How many events of a name are in the log."""
    connection = await connect(service.url)
    try:
        cursor = await connection.execute(
            "SELECT count(*) FROM stored_events WHERE topic = %s", (topic,)
        )
        rows = await cursor.fetchall()
    finally:
        await connection.close()
    return int(rows[0][0])
