"""A browser without a screen, for the tests of the pages."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import httpx

from api.pages.kit.officer import COOKIE
from domain.people import Role
from tests.kit.page_office import Opened
from tests.kit.page_reading import Page

HERE: Final = "https://cheguan.example"


@asynccontextmanager
async def visiting(
    office: Opened, role: Role | None = None, at: str | None = None
) -> AsyncIterator[httpx.AsyncClient]:
    """A browser, with the cookie of an officer when ``role`` is given."""
    transport = httpx.ASGITransport(office.front)
    async with httpx.AsyncClient(
        transport=transport, base_url=HERE, headers={"origin": HERE}
    ) as browser:
        if role:
            browser.cookies.set(
                COOKIE, office.issuer.token(role=role, subject="someone", office=at)
            )
        yield browser


def refused(answer: httpx.Response, status: int) -> Page:
    """The page that a refusal became."""
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Page(answer.text)
