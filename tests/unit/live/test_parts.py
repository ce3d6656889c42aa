"""What is cut out of a page, and how long it is kept."""

import asyncio
import gzip

from starlette.types import Receive, Scope, Send

from api.live.parts import LiveParts, PartsKeeper, elements

SCOPE: Scope = {
    "asgi": {"version": "3.0"},
    "http_version": "1.1",
    "scheme": "http",
    "server": ("127.0.0.1", 80),
    "client": ("127.0.0.1", 1),
    "headers": [(b"cookie", b"secret=1"), (b"authorization", b"Bearer x")],
}


class Counting:
    """A page that counts how often it is made, and remembers what it was told of the caller."""

    def __init__(self) -> None:
        self.times = 0
        self.headers: object = None
        self.status = 200
        self.let = asyncio.Event()
        self.let.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.times += 1
        self.headers = scope["headers"]
        body = b'<p data-live id="n">%d</p>' % self.times
        await self.let.wait()
        await send({"type": "http.response.start", "status": self.status, "headers": []})
        await send({"type": "http.response.body", "body": body})


async def of(keeper: PartsKeeper, page: Counting, serial: int, region: str = "") -> LiveParts:
    return await keeper.of(page, SCOPE, "/dashboard", {"region": region}, serial)


def test_every_marked_element_is_taken_whole() -> None:
    page = (
        b'<main><section id="a" data-live class="x"><section>1</section></section>'
        b'<p data-lively>no</p><div data-live id="b">2</div><sectional>no</sectional></main>'
    )
    assert list(elements(page)) == [
        b'<section id="a" data-live class="x"><section>1</section></section>',
        b'<div data-live id="b">2</div>',
    ]


def test_an_element_that_never_ends_is_taken_to_the_end() -> None:
    assert list(elements(b"<div data-live>1")) == [b"<div data-live>1"]


async def test_a_page_is_made_once_for_all_until_something_moves() -> None:
    keeper, page = PartsKeeper(), Counting()
    page.let.clear()
    asked = [asyncio.create_task(of(keeper, page, 1)) for _ in range(50)]
    await asyncio.sleep(0)
    page.let.set()
    assert {(await each).content for each in asked} == {b'<p data-live id="n">1</p>'}
    assert (await of(keeper, page, 1)).content == b'<p data-live id="n">1</p>'
    assert page.times == 1
    moved = await of(keeper, page, 2)
    assert moved.content == b'<p data-live id="n">2</p>'
    assert gzip.decompress(moved.packed) == moved.content
    assert moved.etag != (await asked[0]).etag


async def test_nothing_of_the_caller_reaches_what_is_made_for_all() -> None:
    page = Counting()
    await of(PartsKeeper(), page, 1)
    assert page.headers == []


async def test_what_could_not_be_made_is_made_again() -> None:
    keeper, page = PartsKeeper(), Counting()
    page.status = 503
    assert (await of(keeper, page, 1)).status == 503
    page.status = 200
    assert (await of(keeper, page, 1)).status == 200


async def test_few_pages_are_kept() -> None:
    keeper, page = PartsKeeper(), Counting()
    for number in range(200):
        await of(keeper, page, 1, str(number))
    await of(keeper, page, 1, "199")
    assert page.times == 200
    await of(keeper, page, 1, "0")
    assert page.times == 201
