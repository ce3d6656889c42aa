"""A browser of this machine, and the pages on a loopback address."""

import asyncio
import re
import shutil
import socket
import threading
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from api.desk import Desk
from api.permissions import permissions
from domain.aggregates import CODEC
from tests.browser.banking import bank_open, worked_off
from tests.browser.site import Site
from tests.conftest import fresh_database
from tests.kit.desk_cases import waiting_cases
from tests.kit.life import MORNING, Life
from tests.kit.others_before import others_before
from tests.kit.own_booking import booked_and_waiting
from tests.kit.own_choice import choosing_numbers
from tests.kit.own_enquiry import corrected_and_asked
from tests.kit.own_exam import one_in_front_and_one_behind
from tests.kit.own_penalties import own_penalties
from tests.kit.own_wait import waiting_for_the_centre
from tests.kit.page_office import NOW, page_office
from tests.kit.prefectures import suspended_city
from tests.kit.print_queue import two_plates_to_print
from tests.kit.projected import ALL, filled, project
from tests.kit.told_states import STORIES, Teller
from workers.projector import from_store

_UNTOLD = 1_000
"""The number of the first life that is no part of the office's histories."""
_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
"""The first that is installed is taken. The one without windows needs half the time (ADR 102)."""
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


_NO_PAGE = re.compile(
    r"/(api|health|static|docs/static|apply/files)/.*|/live(/.*)?|.*/documents/.*|.*\.[a-z]+"
)
"""What programs ask for, and files."""


def _pages(routes: Iterable[str]) -> Iterator[str]:
    for method, _, path in (route.partition(" ") for route in routes):
        if method == "GET" and not _NO_PAGE.fullmatch(path):
            yield path


@contextmanager
def _serving(
    server: str,
    template: str,
    folder: Path,
    stories: Iterable[str],
    prepare: Callable[[Desk], Awaitable[None]] | None = None,
    *,
    follows: bool = False,
    bank: bool = False,
) -> Iterator[Site]:
    """The pages, served from a thread of its own by the server that serves in earnest.

    ``follows``: a projector keeps the read models up to what is done on the pages. ``bank``: what
    is owed is paid at a bank, and all workers run whom a payment needs.
    """
    ready, done = threading.Event(), threading.Event()
    found: list[Site] = []
    listening = socket.create_server(("127.0.0.1", 0))

    async def serve(url: str) -> None:
        later = [timedelta()]
        clock = (lambda: NOW + later[0]) if stories else None
        async with (
            bank_open(folder) if bank else nullcontext() as bank_url,
            page_office(url, folder, clock, bank_url) as office,
        ):
            teller = Teller(office.desk, later)
            told = {name: await teller.tell(name) for name in stories}
            if prepare:
                await prepare(office.desk)
            await project(url)
            config = uvicorn.Config(office.front, lifespan="off", log_level="warning")
            serving = uvicorn.Server(config)
            task = asyncio.create_task(serving.serve([listening]))
            host, port = listening.getsockname()
            pages = frozenset(_pages(permissions(office.app)))
            loop, numbers = asyncio.get_running_loop(), count(_UNTOLD)

            def submit() -> None:
                life = Life("vehicle_contact_change", next(numbers), MORNING)
                asyncio.run_coroutine_threadsafe(filled(url, [life]), loop).result(30)

            address = f"http://{host}:{port}"
            site = Site(address, office.reference, told, pages, submit, url, folder, bank_url)
            found.append(site)
            stop = asyncio.Event()
            async with asyncio.TaskGroup() as beside:
                if follows:
                    beside.create_task(from_store(url, CODEC, ALL, stop))
                if bank:
                    beside.create_task(worked_off(folder, url, office.desk, stop))
                ready.set()
                await asyncio.to_thread(done.wait)
                stop.set()
            office.desk.live.watchers.end()
            serving.should_exit = True
            await task

    with fresh_database(server, template) as url:
        thread = threading.Thread(target=asyncio.run, args=(serve(url),))
        thread.start()
        try:
            assert ready.wait(180)
            yield found[0]
        finally:
            done.set()
            thread.join()
            listening.close()


def _site(
    about: str,
    stories: Iterable[str] = (),
    prepare: Callable[[Desk], Awaitable[None]] | None = None,
    *,
    follows: bool = False,
    bank: bool = False,
) -> Callable[..., Iterator[Site]]:
    """A fixture of the name to which it is assigned, see :func:`_serving`: one site a module."""

    @pytest.fixture(scope="module")
    def served(
        postgres_server: str, migrated_template: str, tmp_path_factory: pytest.TempPathFactory
    ) -> Iterator[Site]:
        folder = tmp_path_factory.mktemp("site") / "secrets"
        folder.mkdir(mode=0o700)
        with _serving(
            postgres_server,
            migrated_template,
            folder,
            stories,
            prepare,
            follows=follows,
            bank=bank,
        ) as site:
            yield site

    served.__doc__ = about
    return served


site = _site("A site of an office that has told its histories.")
told_site = _site("A site with an application for every story.", STORIES)
deciding_site = _site(
    "A site where Zhengzhou is of class two and has suspended its windows.",
    prepare=suspended_city,
)
own_site = _site(
    "A site where the citizen of the demonstration is to correct his application, and has asked.",
    prepare=corrected_and_asked,
)
print_site = _site("A site where two papers wait to be printed.", prepare=two_plates_to_print)
choosing_site = _site(
    "A site where the citizen of the demonstration chooses plate numbers.",
    prepare=choosing_numbers,
)
booking_site = _site(
    "A site where the citizen of the demonstration has an appointment, and waits for another.",
    prepare=booked_and_waiting,
)
penal_site = _site(
    "A site where the citizen of the demonstration has violations, and a fine to pay.",
    prepare=own_penalties,
)
bank_site = _site(
    "A site with a bank beside it, where the citizen of the demonstration has a fine to pay.",
    prepare=own_penalties,
    follows=True,
    bank=True,
)
exam_site = _site(
    "A site where the citizen of the demonstration is in the ranking of an examination, twice.",
    prepare=one_in_front_and_one_behind,
)
applying_site = _site("A second site, for whoever applies for what was applied for on the first.")
live_site = _site("A site whose pages show what is done on it.", follows=True)
waiting_site = _site(
    "A site where somebody waits for what others have had before him.",
    ("receive", "unpaid"),
    others_before,
)
centre_site = _site(
    "A site where the citizen of the demonstration waits for the centre, as it is kept.",
    prepare=waiting_for_the_centre,
    follows=True,
)
desk_site = _site("A site where applications wait on the desk.", prepare=waiting_cases)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for one module. While it is open its event loop runs, and no other may."""
    path = next((path for name in _NAMES if (path := shutil.which(name))), None)
    assert path, f"one of {', '.join(_NAMES)} must be installed"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        yield browser
        browser.close()
