"""Applicants with a browser that runs no scripts. They fill in pages from a complete body."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

import httpx

from api.pages.kit.questionnaire.questions import questions_of
from domain.services.catalogue import CATALOGUE
from tests.kit import files
from tests.kit.filled_in import entries_of
from tests.kit.form_reading import Forms, HtmlForm
from tests.kit.served import Service

HERE: Final = "https://cheguan.example"
_MOST_PAGES: Final = 40


@asynccontextmanager
async def browsing(
    service: Service, who: str | None = "citizen"
) -> AsyncIterator[httpx.AsyncClient]:
    """A browser, in which somebody has signed in over the page of the demonstration."""
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(service.app), base_url=HERE, headers={"origin": HERE}
    ) as browser:
        if who:
            await browser.post("/session", data={"as": who, "next": "/apply"})
        yield browser


async def opened(browser: httpx.AsyncClient, address: str) -> tuple[httpx.Response, Forms]:
    """The page to which an address leads."""
    answer = await browser.get(address, follow_redirects=True)
    assert answer.status_code == 200, (address, answer.text[-2000:])
    return answer, Forms(answer.text)


async def the_form(browser: httpx.AsyncClient, address: str) -> tuple[httpx.Response, HtmlForm]:
    """The page, and the form on it that takes no file."""
    page, found = await opened(browser, address)
    (form,) = (f for f in found.forms if f.method == "post" and not f.encoding)
    return page, form


async def sent(
    browser: httpx.AsyncClient, page: httpx.Response, form: HtmlForm, **given: str
) -> httpx.Response:
    """What comes of a form, with what was in it and what is ``given`` beside."""
    fields = {name: value for name, value in form.filled.items() if name}
    return await browser.post(page.url.join(form.action or ""), data={**fields, **given})


async def walked(browser: httpx.AsyncClient, code: str, body: Mapping[str, Any]) -> httpx.Response:
    """Walks from the first page of a service to the one on which all is checked."""
    entries = entries_of(body, questions_of(CATALOGUE[code].form))
    _, found = await opened(browser, f"/apply/{code}")
    pages = [link for link in found.links if link.startswith(f"/apply/{code}/")]
    address = next(link for link in pages if not link.endswith(("/seats", "/examinations")))
    for _ in range(_MOST_PAGES):
        page, found = await opened(browser, address)
        if page.url.path.endswith("/check"):
            return page
        answer = await _answered(browser, page, found, entries)
        asks_more = answer.status_code == 200
        assert asks_more or answer.status_code == 303, (page.url.path, answer.text[-3000:])
        address = page.url.path if asks_more else answer.headers["location"]
    raise AssertionError(f"{code}: the pages have no end")


async def _answered(
    browser: httpx.AsyncClient, page: httpx.Response, found: Forms, entries: Mapping[str, str]
) -> httpx.Response:
    if "demo-digits" in found.by_id or any("send" in form.buttons for form in found.forms):
        return await _proven(browser, page, found)
    for form in found.forms:
        if form.encoding == "multipart/form-data":
            await uploaded(browser, form)
    (form,) = (f for f in found.forms if f.method == "post" and not (f.buttons or f.encoding))
    given = {name: entries[name] for name in form.names if name in entries}
    for name, offered in form.options.items():
        assert given.get(name, "") in offered | {""}, name
    if "agreed" in form.names:
        given["agreed"] = "yes"
    return await sent(browser, page, form, **given)


async def _proven(browser: httpx.AsyncClient, page: httpx.Response, found: Forms) -> httpx.Response:
    asking = next(form for form in found.forms if "send" in form.buttons)
    answer = await sent(browser, page, asking, send="yes")
    found = Forms(answer.text)
    entering = next(form for form in found.forms if "digits" in form.names)
    return await sent(browser, page, entering, digits=found.by_id["demo-digits"])


async def uploaded(
    browser: httpx.AsyncClient, form: HtmlForm, content: bytes | None = None
) -> httpx.Response:
    """Chooses a file and presses the button. The colour makes each file another."""
    made = content if content is not None else files.jpeg()
    return await browser.post(
        form.action or "",
        data={name: form.filled[name] for name in ("service", "kind")},
        files={"file": ("照片.jpg", made, "image/jpeg")},
    )


async def submitted(browser: httpx.AsyncClient, check: httpx.Response) -> httpx.Response:
    """Presses the button on the page on which all is checked."""
    (form,) = (f for f in Forms(check.text).forms if "key" in f.names)
    return await sent(browser, check, form)
