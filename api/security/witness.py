"""Sees every answer leave, whoever has refused the request."""

from typing import Final

from starlette.types import Message, Send

from api.security.events import RATE_LIMITED
from api.security.log import noted

_TOO_MANY: Final = 429


def witnessed(send: Send) -> Send:
    """Notes that a caller was told to come later."""

    async def leaving(message: Message) -> None:
        if message.get("status") == _TOO_MANY:
            noted(RATE_LIMITED)
        await send(message)

    return leaving
