"""An applicant at the pages of his own applications, by a cookie and without a script."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

import httpx

from api.pages.kit.officer import COOKIE
from domain.people import Role
from tests.kit.form_reading import Forms, HtmlForm
from tests.kit.served import Service

OWNER: Final = "reader"
"""The subject under which :meth:`Service.submitted` applies."""


def cookie(service: Service, subject: str = OWNER, role: Role = Role.APPLICANT) -> dict[str, str]:
    token = service.bearer(role, subject).removeprefix("Bearer ")
    return {"cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh"}


async def look(service: Service, path: str, subject: str = OWNER) -> httpx.Response:
    return await service.http.get(path, headers=cookie(service, subject))


async def send(
    service: Service, path: str, sent: Mapping[str, str], subject: str = OWNER
) -> httpx.Response:
    return await service.http.post(
        path,
        content=urlencode(sent),
        headers={
            **cookie(service, subject),
            "content-type": "application/x-www-form-urlencoded",
            "origin": str(service.http.base_url).rstrip("/"),
        },
    )


async def form_of(service: Service, path: str, act: str, subject: str = OWNER) -> HtmlForm:
    """The form on a page whose button does ``act``."""
    page = await look(service, path, subject)
    assert page.status_code == 200, page.text
    return next(form for form in Forms(page.text).forms if form.buttons.get("act") == act)


async def done(service: Service, path: str, act: str, **given: str) -> httpx.Response:
    """What comes of the form, with what was in it and what is ``given`` beside."""
    form = await form_of(service, path, act)
    return await send(service, form.action or path, {**form.filled, "act": act, **given})
