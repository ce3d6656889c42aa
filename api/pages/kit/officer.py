"""How a page knows an officer: by a token in a cookie.

In production the identity provider sets the cookie, in a demo the page at ``ENTER``.
"""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import Depends, Request

from api.bodies import read_ahead
from api.identity import Identity, TokenVerifier, unauthenticated
from api.permissions import Permission
from api.problems import Problem

COOKIE: Final = "__Host-cheguan"
ENTER: Final = "/session"
LEAVE: Final = "/session/end"


async def _looking(request: Request) -> Identity | None:
    """Who looks at an open page, if he has signed in. Whose time has passed is nobody."""
    token = request.cookies.get(COOKIE)
    if not token:
        return None
    verifier: TokenVerifier = request.app.state.verifier
    try:
        return await verifier.identify(token.encode())
    except Problem:
        return None


WhoLooks = Annotated[Identity | None, Depends(_looking)]


@dataclass(frozen=True)
class PagePermission(Permission):
    """An :class:`api.permissions.Permission` that finds the token in the cookie."""

    async def __call__(self, request: Request) -> Identity:
        token = request.cookies.get(COOKIE)
        if not token:
            raise unauthenticated("unauthenticated")
        verifier: TokenVerifier = request.app.state.verifier
        identity = self.checked(await verifier.identify(token.encode()), {})
        await read_ahead(request)
        return identity
