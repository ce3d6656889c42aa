"""Messages leave by HTTP and by SMTP, and it is known whether they were taken for certain."""

import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from cheguan.settings import Settings, UnsafeSettings
from cheguan.sms import gateways
from domain.email import Email, EmailNotTaken, EmailRefused
from domain.sms import Sms, SmsNotTaken, SmsReceipt, SmsRefused
from tests.kit.mail import MailServer, mail_server
from tests.kit.sms import Telephones
from workers.messages.gateways import FirstThatTakes
from workers.messages.http_gateway import HttpSmsGateway, SmsGatewayUnclear
from workers.messages.smtp import Mailbox, SmtpServer

MESSAGE = Sms(UUID(int=1), "13900005678", "已受理。", "tag.1")
LETTER = Email(UUID(int=1), "zhang@example.com", "通知 · Notice", "已受理。\nAccepted.\n")


@asynccontextmanager
async def http_gateway(status: int, seen: list[Request]) -> AsyncIterator[HttpSmsGateway]:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        await request.body()
        seen.append(request)
        await Response(status_code=status)(scope, receive, send)

    there = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=there, base_url="http://sms/v1/") as http:
        yield HttpSmsGateway(http)


async def test_a_message_is_put_under_its_id() -> None:
    seen: list[Request] = []
    async with http_gateway(204, seen) as gateway:
        await gateway.send(MESSAGE)
    (request,) = seen
    assert (request.method, request.url.path) == ("PUT", f"/v1/messages/{MESSAGE.id}")
    assert json.loads(await request.body()) == {
        "to": MESSAGE.to,
        "text": MESSAGE.text,
        "tag": MESSAGE.tag,
    }


@pytest.mark.parametrize(
    ("status", "means"),
    [
        (404, SmsRefused),
        (422, SmsRefused),
        (429, SmsNotTaken),
        (503, SmsNotTaken),
        (401, SmsNotTaken),
        (500, SmsGatewayUnclear),
        (200, SmsGatewayUnclear),
    ],
)
async def test_an_answer_says_whether_it_was_taken(status: int, means: type[Exception]) -> None:
    async with http_gateway(status, []) as gateway:
        with pytest.raises(means):
            await gateway.send(MESSAGE)


@asynccontextmanager
async def telling(status: int, body: bytes) -> AsyncIterator[HttpSmsGateway]:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(body, status_code=status)(scope, receive, send)

    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://sms/v1/"
    ) as http:
        yield HttpSmsGateway(http)


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (200, b"{}", None),
        (404, b"", None),
        (
            200,
            b'{"arrived_at":"2020-02-24T01:00:00Z"}',
            SmsReceipt(datetime(2020, 2, 24, 1, tzinfo=UTC), None),
        ),
        (200, b'{"failure":"switched_off"}', SmsReceipt(None, "switched_off")),
    ],
)
async def test_a_receipt_tells_what_became_of_a_message(
    status: int, body: bytes, told: SmsReceipt | None
) -> None:
    async with telling(status, body) as gateway:
        assert await gateway.receipt(MESSAGE.id) == told


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (503, b""),
        (200, b"[]"),
        (200, b'{"failure":"never heard of"}'),
        (200, b'{"arrived_at":"2020-02-24T01:00:00"}'),
        (200, b" " * 5_000 + b"{}"),
    ],
)
async def test_what_is_no_receipt_counts_as_no_answer(status: int, body: bytes) -> None:
    async with telling(status, body) as gateway:
        with pytest.raises(SmsGatewayUnclear):
            await gateway.receipt(MESSAGE.id)


def closed_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


async def test_whom_nobody_reaches_has_not_taken_it() -> None:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{closed_port()}/") as http:
        with pytest.raises(SmsNotTaken):
            await HttpSmsGateway(http).send(MESSAGE)
    nobody = SmtpServer(Mailbox("127.0.0.1", closed_port(), "office@example.com", tls=False))
    with pytest.raises(EmailNotTaken):
        await nobody.send(LETTER)


async def test_a_code_goes_by_the_first_gateway_that_takes_it() -> None:
    telephones = Telephones()
    async with http_gateway(503, []) as away:
        await FirstThatTakes([away, telephones]).send(MESSAGE)
        assert telephones.received == [MESSAGE]
        with pytest.raises(SmsNotTaken):
            await FirstThatTakes([away, away]).send(MESSAGE)


def by_mail(server: MailServer) -> SmtpServer:
    return SmtpServer(Mailbox("127.0.0.1", server.port, "office@example.com", tls=False))


async def test_a_letter_arrives_as_it_was_written() -> None:
    async with mail_server() as server:
        await by_mail(server).send(LETTER)
    (letter,) = server.letters
    assert letter["To"] == LETTER.to
    assert letter["Subject"] == LETTER.subject
    assert letter["Message-ID"] == f"<{LETTER.id}@example.com>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter.get_content().replace("\r\n", "\n").strip() == LETTER.text.strip()


@pytest.mark.parametrize(
    ("verb", "answer", "means"),
    [
        ("RCPT", "550 no such mailbox", EmailRefused),
        ("RCPT", "450 come again", EmailNotTaken),
        ("MAIL", "451 come again", EmailNotTaken),
        ("DATA", "451 come again", EmailNotTaken),
        (".", "554 never", EmailRefused),
        (".", "452 no room", EmailNotTaken),
    ],
)
async def test_a_server_says_whether_it_takes_a_letter(
    verb: str, answer: str, means: type[Exception]
) -> None:
    async with mail_server() as server:
        server.says[verb] = answer
        with pytest.raises(means):
            await by_mail(server).send(LETTER)


async def test_whether_a_letter_was_taken_is_open_when_no_answer_comes_to_its_end() -> None:
    async with mail_server() as server:
        server.cuts = True
        with pytest.raises(OSError) as unclear:  # noqa: PT011  # the kind is what is tested
            await by_mail(server).send(LETTER)
    assert not isinstance(unclear.value, EmailNotTaken)
    assert len(server.letters) == 1


def test_no_log_shows_a_letter_or_a_password_by_accident() -> None:
    assert repr(LETTER) == f"Email({LETTER.id})"
    box = Mailbox("mail", 587, "office@example.com", "user", "secret")
    assert "secret" not in repr(box)


async def test_gateways_are_named_in_their_order_and_need_a_token(tmp_path: Path) -> None:
    for number in (1, 2):
        file = tmp_path / f"sms-token-{number}"
        file.write_text("token")
        file.chmod(0o600)
    settings = Settings(secrets_dir=tmp_path, sms_urls="https://a.example/, https://b.example")
    async with gateways(settings) as known:
        assert list(known) == ["sms-1", "sms-2"]
    (tmp_path / "sms-token-2").unlink()
    with pytest.raises(UnsafeSettings, match="sms-token-2"):
        async with gateways(settings):
            pass


@pytest.mark.parametrize(
    "settings",
    [
        Settings(sms_urls="http://sms.example"),
        Settings(public_url="http://cheguan.example"),
        Settings(smtp_host="mail.example"),
    ],
    ids=["an open channel", "an open address", "nobody who writes"],
)
async def test_what_is_not_safe_does_not_start(settings: Settings) -> None:
    with pytest.raises(UnsafeSettings):
        async with gateways(settings):
            pass
