"""Posts a signed body to a partner, a few times if need be, and says whether he has taken it."""

import asyncio
import ssl
from collections.abc import Mapping
from typing import Final

import httpcore
import stamina

from domain.webhook_messages.kinds import MessageFailure
from domain.webhooks.address import is_fit
from workers.webhooks.public_network import AddressRefused, NameUnknown, PublicNetwork

SECONDS: Final = 5.0
"""So long one try may take, from the name to the status of the answer."""
_TRIES: Final = 3
_FIRST_WAIT_S: Final = 0.2
_LONGEST_WAIT_S: Final = 1.0
_CONNECTIONS: Final = 8
_KEPT_S: Final = 5.0
_AGENT: Final = b"cheguan-webhooks/1"
_GONE: Final = 410
_PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which the same request may be taken a moment later."""


class PartnerHasNotTaken(Exception):
    """The partner has not taken it. ``status`` is that of his answer, if there was one."""

    def __init__(self, failure: MessageFailure, status: int | None = None) -> None:
        super().__init__(failure.value)
        self.failure = failure
        self.status = status


class _NotTakenNow(PartnerHasNotTaken):
    """It may be taken a moment later."""


class Post:
    """``loopback`` lets addresses of this machine through, for a demonstration and for tests."""

    def __init__(
        self,
        network: PublicNetwork,
        *,
        loopback: bool = False,
        trust: ssl.SSLContext | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._loopback = loopback
        self._seconds = seconds
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=trust or ssl.create_default_context(),
            max_connections=_CONNECTIONS,
            keepalive_expiry=_KEPT_S,
            network_backend=network,
        )

    async def close(self) -> None:
        await self._pool.aclose()

    async def send(self, address: str, fields: Mapping[str, str], body: bytes) -> int:
        """The status with which it was taken, one of 2xx. Raises :class:`PartnerHasNotTaken`.

        The fields and the body are the same in each try, so it is one message with one id.
        """
        if not is_fit(address, loopback=self._loopback):
            raise PartnerHasNotTaken(MessageFailure.ADDRESS_REFUSED)
        async for attempt in stamina.retry_context(
            on=_NotTakenNow,
            attempts=_TRIES,
            timeout=None,
            wait_initial=_FIRST_WAIT_S,
            wait_max=_LONGEST_WAIT_S,
            wait_jitter=_LONGEST_WAIT_S,
        ):
            with attempt:
                return _taken(await self._once(address, fields, body))
        raise AssertionError("stamina raises what the last attempt has raised")

    async def _once(self, address: str, fields: Mapping[str, str], body: bytes) -> int:
        """The status of the answer. Its body is not read, and it leads nowhere else."""
        headers = [(b"content-type", b"application/json"), (b"user-agent", _AGENT)]
        headers += [(name.encode(), value.encode()) for name, value in fields.items()]
        limits = dict.fromkeys(("connect", "read", "write", "pool"), self._seconds)
        try:
            async with (
                asyncio.timeout(self._seconds),
                self._pool.stream(
                    "POST",
                    address,
                    headers=headers,
                    content=body,
                    extensions={"timeout": limits},
                ) as answer,
            ):
                return answer.status
        except NameUnknown:
            raise _NotTakenNow(MessageFailure.NAME_UNKNOWN) from None
        except AddressRefused:
            raise PartnerHasNotTaken(MessageFailure.ADDRESS_REFUSED) from None
        except (TimeoutError, httpcore.TimeoutException):
            raise _NotTakenNow(MessageFailure.TIMED_OUT) from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError):
            raise _NotTakenNow(MessageFailure.UNREACHABLE) from None


def _taken(status: int) -> int:
    """Raises for every answer but 2xx. A redirection is never followed, wherever it leads."""
    if status // 100 == 2:
        return status
    if status // 100 == 3:
        raise PartnerHasNotTaken(MessageFailure.REDIRECTED, status)
    if status == _GONE:
        raise PartnerHasNotTaken(MessageFailure.GONE, status)
    kind = _NotTakenNow if status in _PASSING else PartnerHasNotTaken
    raise kind(MessageFailure.STATUS, status)
