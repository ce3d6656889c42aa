"""A mail server by SMTP (RFC 5321), through the standard library. It works in a thread."""

import asyncio
import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final, NamedTuple

from domain.email import Email, EmailNotTaken, EmailRefused

_SECONDS: Final = 10.0
_GIVEN_UP_FROM: Final = 500
"""From this code on an answer is for good; before it one may come again (RFC 5321, 4.2.1)."""
_TAKEN: Final = frozenset({250, 251})


class Mailbox(NamedTuple):
    """The server, and by whose name letters are sent. Without TLS only on this machine."""

    host: str
    port: int
    sender: str
    user: str | None = None
    password: str | None = None
    tls: bool = True

    def __repr__(self) -> str:
        return f"Mailbox({self.host}:{self.port})"


class SmtpServer:
    """A :class:`domain.email.EmailServer`.

    SMTP knows no id, so a letter whose end was not acknowledged may arrive twice. Both have the
    same ``Message-ID``, by which many mailboxes drop the second.
    """

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox

    async def send(self, letter: Email) -> None:
        await asyncio.to_thread(self._send, letter)

    def _send(self, letter: Email) -> None:
        server = self._connected()
        try:
            self._given(server, letter)
        finally:
            with suppress(OSError):
                server.quit()

    def _given(self, server: smtplib.SMTP, letter: Email) -> None:
        """Until the end of the text is sent the server has not taken it, whatever happens."""
        box = self._mailbox
        try:
            if box.tls:
                server.starttls(context=ssl.create_default_context())
            server.ehlo_or_helo_if_needed()
            if box.user is not None:
                server.login(box.user, box.password or "")
            _answered(*server.mail(box.sender))
            _answered(*server.rcpt(letter.to))
        except OSError as away:
            raise EmailNotTaken from away
        try:
            code, _ = server.data(_written(letter, box.sender).as_bytes(policy=SMTP))
        except smtplib.SMTPDataError as turned_away:
            raise EmailNotTaken from turned_away
        _answered(code)

    def _connected(self) -> smtplib.SMTP:
        try:
            return smtplib.SMTP(self._mailbox.host, self._mailbox.port, timeout=_SECONDS)
        except OSError as away:
            raise EmailNotTaken from away


def _written(letter: Email, sender: str) -> EmailMessage:
    """The letter as it travels. Machines do not answer it (RFC 3834)."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Message-ID"] = f"<{letter.id}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    return message


def _answered(code: int, text: bytes = b"") -> None:
    """Raises :class:`EmailRefused` for what is never taken, :class:`EmailNotTaken` for now."""
    if code >= _GIVEN_UP_FROM:
        raise EmailRefused
    if code not in _TAKEN:
        raise EmailNotTaken
