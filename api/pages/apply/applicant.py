"""Who applies: known by his sign-in."""

from typing import Annotated, Final

from fastapi import Depends, Request

from api.identity import Identity
from api.pages.kit.officer import COOKIE, PagePermission
from api.problems import Problem
from domain.people import Role

HOME: Final = "/apply"

TheApplicant = Annotated[Identity, Depends(PagePermission(frozenset({Role.APPLICANT})))]


async def visitor(request: Request) -> Identity | None:
    """Whoever has signed in, as an applicant or as somebody else."""
    token = request.cookies.get(COOKIE)
    if not token:
        return None
    try:
        identity: Identity = await request.app.state.verifier.identify(token.encode())
    except Problem:
        return None
    return identity


TheVisitor = Annotated[Identity | None, Depends(visitor)]
"""Whoever looks at an open page."""


def as_applicant(identity: Identity | None) -> Identity | None:
    return identity if identity and identity.actor.role is Role.APPLICANT else None
